import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { divide } from './divide.js';
import { expm1 } from './expm1.js';
import { maximum } from './maximum.js';
import { minimum } from './minimum.js';
import { multiply } from './multiply.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface CeluOptions {
  /** What `-y` approaches for very negative inputs. @defaultValue 1 */
  readonly alpha?: number;
}

/**
 * Continuously differentiable exponential linear unit: `y = max(x, 0) + alpha · (e^(min(x, 0) / alpha) - 1)`.
 *
 * At exactly 0 the gradient is 2, as TensorFlow computes it.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * celu(tensor([1, -1])); // [1, -0.6321]
 * ```
 * @see Keras `keras.ops.celu`
 */
export const celu: OptionOp<CeluOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Celu',
  module: 'nn',
  options: ['alpha'],
  call: (x: Tensor, { alpha = 1 }: CeluOptions) =>
    add(maximum(x, 0), multiply(expm1(divide(minimum(x, 0), alpha)), alpha)),
});
