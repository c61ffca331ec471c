import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { concatenate } from './concatenate.js';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

/**
 * Tensors joined along their third axis; `[n]` counts as `[1, n, 1]`, `[m, n]` as `[m, n, 1]`.
 *
 * @example
 * ```ts
 * dstack([tensor([1, 2]), tensor([3, 4])]); // [[[1, 3], [2, 4]]]
 * ```
 * @see Keras `keras.ops.dstack`
 */
export const dstack: (<X extends Operand>(xs: readonly X[]) => Result<X>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Dstack',
    module: 'numpy',
    call: (xs: readonly Tensor[]) =>
      concatenate(
        xs.map((x) => reshape(x, withThreeAxes(x.shape))),
        { axis: 2 },
      ),
  });

function withThreeAxes(shape: readonly number[]): number[] {
  if (shape.length >= 3) return [...shape];
  return shape.length === 2 ? [...shape, 1] : [1, shape[0] ?? 1, 1];
}
