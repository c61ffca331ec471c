import { cast, equal, logicalNot, logicalOr, maximum, multiply, subtract, sum, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * What is missing to the margin: `max(1 - yTrue · yPred, 0)`. Targets that are all 0 or 1 are taken for -1 and 1.
 *
 * @see Keras `keras.src.losses.losses.convert_binary_labels_to_hinge`
 */
export function hingeMargin(yTrue: Tensor, yPred: Tensor): Tensor {
  const others = cast(logicalNot(logicalOr(equal(yTrue, 0), equal(yTrue, 1))), { dtype: 'float32' });
  const signs = where(equal(sum(others), 0), subtract(multiply(2, yTrue), 1), yTrue);
  return maximum(subtract(1, multiply(signs, yPred)), 0);
}
