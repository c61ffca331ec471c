import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { fractionsOf, quantiles } from './internal/quantiles.js';
import type { QuantileOptions } from './quantile-options.js';

/**
 * The value below which so many per cent of the elements lie that are not NaN; NaN if all are. Always a float.
 *
 * Over all elements, or along `axis`; several fractions become the first axis of the result.
 *
 * @example
 * ```ts
 * nanpercentile(tensor([1, NaN, 3, 4]), 50); // 3
 * ```
 * @see Keras `keras.ops.nanpercentile`
 */
export const nanpercentile: (<X extends Operand>(
  x: X,
  q: number | readonly number[],
  options?: QuantileOptions,
) => Result<X>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanpercentile',
  module: 'numpy',
  operands: 2,
  options: ['axis', 'method', 'keepdims'],
  call: (x: Tensor, q: number | readonly number[], options: QuantileOptions) =>
    quantiles(x, fractionsOf(q, 100), options, true),
});
