import { type Tensor, add, argMax } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { offTape } from '../off-tape.js';
import { decompose } from './internal/lu.js';
import { onMatrices } from './internal/on-matrices.js';

/**
 * Triangular factors of square matrices: `L · U` is `x` with its rows in another order.
 *
 * `[..., n, n]` → the same shape, with `U` on the diagonal and above it and `L` below, whose diagonal is 1; and int32
 * `[..., n]`, where each row of `x` has gone.
 *
 * @example
 * ```ts
 * luFactor(tensor([[1, 2], [4, 4]])); // [[[4, 4], [0.25, 1]], [1, 0]]
 * ```
 * @throws ShapeError when the matrices are not square.
 * @see Keras `keras.ops.lu_factor`
 */
export const luFactor: (<X extends Operand>(x: X) => [Result<X>, Result<X>]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'LuFactor',
    module: 'linalg',
    call: (x: Tensor) =>
      onMatrices('luFactor', x, (a) => {
        const { lower, upper, permutation } = decompose(a);
        return [add(lower, upper), offTape(() => argMax(permutation, -2))];
      }),
  });
