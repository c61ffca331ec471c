import { type NamedFunction, defineActivation } from '@myelin/core';
import { type SoftShrinkOptions as Options, softShrink as op } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type SoftShrinkOptions = Options;

/**
 * Towards zero by `threshold`: `y = x - threshold` above it, `x + threshold` below its negative, else 0.
 *
 * @example
 * ```ts
 * softShrink(tensor([0.3, -2])); // [0, -1.5]
 * ```
 * @see Keras `keras.activations.soft_shrink`
 * @id soft_shrink
 */
export const softShrink: ((x: Tensor, options?: SoftShrinkOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('soft_shrink', (x: Tensor, options: SoftShrinkOptions = {}): Tensor =>
    op(x, options),
  );
