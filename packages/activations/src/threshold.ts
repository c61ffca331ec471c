import { ArgumentError, type NamedFunction, defineActivation } from '@myelin/core';
import { type ThresholdOptions as Options, threshold as op } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type ThresholdOptions = Options;

/**
 * What is large enough stays: `y = x` for `x > threshold`, else `defaultValue`.
 *
 * It has no defaults, so it does not do as the `activation` of a layer.
 *
 * @example
 * ```ts
 * threshold(tensor([0.2, 2]), { threshold: 1, defaultValue: -1 }); // [-1, 2]
 * ```
 * @throws ArgumentError without options.
 * @see Keras `keras.activations.threshold`
 * @id threshold
 */
export const threshold: ((x: Tensor, options?: ThresholdOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('threshold', (x: Tensor, options?: ThresholdOptions): Tensor => {
    if (options === undefined) {
      throw new ArgumentError({
        who: 'threshold',
        expected: '`threshold` and `defaultValue`',
        got: 'neither',
        hint: "Wrap it: `defineActivation('my>threshold', (x) => threshold(x, { threshold: 1, defaultValue: 0 }))`.",
      });
    }
    return op(x, options);
  });
