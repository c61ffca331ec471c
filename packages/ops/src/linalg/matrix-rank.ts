import { type Tensor, cast, max, mul, sum } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { greater } from '../greater.js';
import { offTape } from '../off-tape.js';
import { onMatrices } from './internal/on-matrices.js';
import { singular } from './internal/singular.js';

export interface MatrixRankOptions {
  /**
   * Singular values up to this count as zero.
   * @defaultValue 2⁻²³ · the larger number of rows or columns · the largest singular value
   */
  readonly tol?: number | null;
}

/**
 * The rank of matrices: how many singular values are not zero. int32.
 *
 * `[..., m, n]` → `[...]`.
 *
 * @example
 * ```ts
 * matrixRank(tensor([[1, 2], [2, 4]])); // 1
 * ```
 * @throws ShapeError when there are fewer than two axes.
 * @see Keras `keras.ops.matrix_rank`
 */
export const matrixRank: OptionOp<MatrixRankOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'MatrixRank',
  module: 'linalg',
  options: ['tol'],
  call(x: Tensor, { tol = null }: MatrixRankOptions) {
    const part = Math.max(...x.shape.slice(-2)) * 2 ** -23;
    const rankOf = (a: Tensor): Tensor => {
      const { s } = singular(a, false);
      return sum(cast(greater(s, tol ?? mul(max(s, -1, true), part)), 'int32'), -1);
    };
    return onMatrices('matrixRank', x, (a) => [offTape(() => rankOf(a))], 'any')[0] as Tensor;
  },
});
