import {
  type Tensor,
  cast,
  mul,
  pad,
  prod as tfProd,
  reshape,
  split,
  transpose,
  util,
} from '@tensorflow/tfjs-core';
import type { CastOptions } from './cast.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { isOnTape } from './off-tape.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

export interface ProdOptions extends ReduceOptions {
  /** Type in which is multiplied. @defaultValue that of the tensor; int32 for bools */
  readonly dtype?: CastOptions['dtype'] | null;
}

/**
 * Product of the elements.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * prod(tensor([1, 2, 3, 4])); // 24
 * ```
 * @see Keras `keras.ops.prod`
 */
export const prod: OptionOp<ProdOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Prod',
  module: 'numpy',
  options: ['axis', 'keepdims', 'dtype'],
  call: (x: Tensor, { axis, keepdims = false, dtype = null }: ProdOptions) => {
    const numbers = dtype === null ? x : cast(x, dtype);
    return isOnTape() && numbers.dtype === 'float32'
      ? productByHalves(numbers, axis, keepdims)
      : tfProd(numbers, axisOf(axis), keepdims);
  },
});

/** tfjs-core's own gradient takes no negative axes, and no program has its kernels. */
function productByHalves(x: Tensor, axis: ReduceOptions['axis'], keepdims: boolean): Tensor {
  const all = x.shape.map((_, i) => i);
  const axes = util.parseAxisParam([axis ?? all].flat(), x.shape);
  const others = all.filter((i) => !axes.includes(i));
  const kept = others.map((i) => x.shape[i] ?? 1);
  let rows = reshape(transpose(x, [...others, ...axes]), [util.sizeFromShape(kept), -1]);
  for (let [, size = 1] = rows.shape; size > 1; size = Math.ceil(size / 2)) {
    const even =
      size % 2 === 0
        ? rows
        : pad(
            rows,
            [
              [0, 0],
              [0, 1],
            ],
            1,
          );
    const [first, second] = split(even, 2, 1) as [Tensor, Tensor];
    rows = mul(first, second);
  }
  return reshape(rows, keepdims ? all.map((i) => (axes.includes(i) ? 1 : (x.shape[i] ?? 1))) : kept);
}
