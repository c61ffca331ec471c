import { type Tensor, cast, expandDims, pow, tensor1d } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

export interface VanderOptions {
  /** How many columns. @defaultValue as many as elements */
  readonly n?: number | null;
  /** Whether the powers grow from column to column. @defaultValue false */
  readonly increasing?: boolean;
}

/**
 * Vandermonde matrix: the powers of each element, from `n - 1` down to 0: `y[i, j] = xᵢⁿ⁻¹⁻ʲ`.
 *
 * `[m]` → `[m, n]`.
 *
 * @example
 * ```ts
 * vander(tensor([2, 3]), { n: 3 }); // [[4, 2, 1], [9, 3, 1]]
 * ```
 * @see Keras `keras.ops.vander`
 */
export const vander: OptionOp<VanderOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Vander',
  module: 'numpy',
  options: ['n', 'increasing'],
  wireNames: { n: 'N' },
  call: (x: Tensor, { n, increasing = false }: VanderOptions) => {
    const count = n ?? x.size;
    const powers = Array.from({ length: count }, (_, i) => (increasing ? i : count - 1 - i));
    const result = pow(expandDims(toFloat(x), -1), tensor1d(powers, 'float32'));
    return x.dtype === 'float32' ? result : cast(result, 'int32');
  },
});
