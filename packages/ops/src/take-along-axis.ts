import { type Tensor, backend_util, broadcastTo, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { gatherInRows } from './internal/along-last-axis.js';
import { fromStart, indicesFromStart } from './internal/from-start.js';
import { offTape } from './off-tape.js';
import { swapaxes } from './swapaxes.js';

export interface TakeAlongAxisOptions {
  /** @defaultValue the flattened tensor */
  readonly axis?: number | null;
}

/**
 * Of every row along an axis the elements at its own indices, which count from the end where they are negative.
 *
 * `x [..., n, ...]` and `indices [..., m, ...]`, whose other axes broadcast → `[..., m, ...]`; without an axis, both of one axis.
 *
 * @example
 * ```ts
 * takeAlongAxis(tensor([[1, 2], [3, 4]]), tensor([[1], [0]], 'int32'), { axis: 1 }); // [[2], [3]]
 * ```
 * @see Keras `keras.ops.take_along_axis`
 */
export const takeAlongAxis: (<X extends Operand, I extends Operand>(
  x: X,
  indices: I,
  options?: TakeAlongAxisOptions,
) => Result<X | I>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'TakeAlongAxis',
  module: 'numpy',
  operands: 2,
  options: ['axis'],
  call: (x: Tensor, indices: Tensor, { axis = null }: TakeAlongAxisOptions) => {
    if (axis === null) return inRows(reshape(x, [-1]), indices, 0);
    return inRows(x, indices, fromStart(axis, x.rank));
  },
});

function inRows(x: Tensor, indices: Tensor, axis: number): Tensor {
  const common = backend_util.assertAndGetBroadcastShape(x.shape.with(axis, 1), indices.shape.with(axis, 1));
  const size = x.shape[axis] ?? 1;
  const rows = swapaxes(broadcastTo(x, common.with(axis, size)), { axis1: axis, axis2: -1 });
  const places = offTape(() => {
    const wide = broadcastTo(indicesFromStart(indices, size), common.with(axis, indices.shape[axis] ?? 1));
    return swapaxes(wide, { axis1: axis, axis2: -1 });
  });
  return swapaxes(gatherInRows(rows, places), { axis1: axis, axis2: -1 });
}
