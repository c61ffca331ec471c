import type { Tensor } from '@tensorflow/tfjs-core';

const key = Symbol.for('myelin.logits');
type WithLogits = Tensor & { [key]?: Tensor };

/**
 * Remembers from which logits probabilities were computed, so that a cross-entropy can work on them: it stays exact
 * where probabilities round to 0 or 1.
 *
 * @see Keras `_keras_logits`
 */
export function attachLogits(probabilities: Tensor, logits: Tensor): Tensor {
  (probabilities as WithLogits)[key] = logits;
  return probabilities;
}

/** The logits behind probabilities, if they are known. */
export function logitsOf(probabilities: Tensor): Tensor | undefined {
  return (probabilities as WithLogits)[key];
}
