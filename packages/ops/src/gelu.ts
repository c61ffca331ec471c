import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { erf } from './erf.js';
import { multiply } from './multiply.js';
import { power } from './power.js';
import { tanh } from './tanh.js';

export interface GeluOptions {
  /** Whether to take the formula with `tanh`. @defaultValue true */
  readonly approximate?: boolean;
}

/**
 * Gaussian error linear unit: `y = x · Φ(x)`, where `Φ` is the normal distribution function; unless `approximate` is
 * false, `y = x/2 · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * gelu(tensor([1, -1]), { approximate: false }); // [0.8413, -0.1587]
 * ```
 * @see Keras `keras.ops.gelu`; Hendrycks and Gimpel, 2016, arXiv 1606.08415.
 */
export const gelu: OptionOp<GeluOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Gelu',
  module: 'nn',
  options: ['approximate'],
  call(x: Tensor, { approximate = true }: GeluOptions) {
    const inner = approximate
      ? tanh(multiply(add(x, multiply(power(x, 3), 0.044715)), Math.sqrt(2 / Math.PI)))
      : erf(multiply(x, Math.SQRT1_2));
    return multiply(multiply(x, 0.5), add(inner, 1));
  },
});
