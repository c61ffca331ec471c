import { dense, input } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';

/** Options of {@link digitMlp}. */
export interface DigitMlpOptions {
  /** Pixels of an image. @defaultValue 784 */
  readonly pixels?: number;
  /** Units of the hidden layers. @defaultValue [784, 100] */
  readonly hidden?: readonly number[];
  /** @defaultValue 10 */
  readonly classes?: number;
  /** @defaultValue 'digit_mlp' */
  readonly name?: string;
}

/**
 * Tells what an image shows, taking its pixels as one vector: hidden layers with relu, then softmax.
 *
 * Compiled with Adam, `categorical_crossentropy` and accuracy. Made for `digits()` and `mnist()` of `@myelin/datasets`,
 * with pixels from 0 to 1. It does not know which pixels are neighbours: `digitCnn` does, and needs fewer weights.
 *
 * Input `[batch, pixels]` → output `[batch, classes]`, probabilities.
 *
 * @example
 * ```ts
 * digitMlp().countParams(); // 694950
 * ```
 */
export function digitMlp(options: DigitMlpOptions = {}): Sequential {
  const { pixels = 784, hidden = [784, 100], classes = 10, name = 'digit_mlp' } = options;
  const model = sequential(
    [
      input({ shape: [pixels] }),
      ...hidden.map((units) => dense({ units, activation: 'relu' })),
      dense({ units: classes, activation: 'softmax' }),
    ],
    { name },
  );
  model.compile({ optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] });
  return model;
}
