import { type NamedFunction, defineActivation } from '@myelin/core';
import { type HardShrinkOptions as Options, hardShrink as op } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type HardShrinkOptions = Options;

/**
 * Zero near zero: `y = x` for `|x| > threshold`, else 0.
 *
 * @example
 * ```ts
 * hardShrink(tensor([0.3, -2])); // [0, -2]
 * ```
 * @see Keras `keras.activations.hard_shrink`
 * @id hard_shrink
 */
export const hardShrink: ((x: Tensor, options?: HardShrinkOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('hard_shrink', (x: Tensor, options: HardShrinkOptions = {}): Tensor =>
    op(x, options),
  );
