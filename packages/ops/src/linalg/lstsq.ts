import { ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  div,
  expandDims,
  matMul,
  max,
  mul,
  squeeze,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { greaterEqual } from '../greater-equal.js';
import { toFloat } from '../promote.js';
import { adjoint } from './internal/matrices.js';
import { singular } from './internal/singular.js';

export interface LstsqOptions {
  /**
   * Singular values below this part of the largest one count as zero.
   * @defaultValue 2⁻²³ · the larger number of rows or columns
   */
  readonly rcond?: number | null;
}

/**
 * The `x` that brings `a · x` closest to `b`, the shortest one if several do, by singular values.
 *
 * `a [m, n]` and `b [m]` or `[m, k]` → `[n]` or `[n, k]`.
 *
 * @example
 * ```ts
 * lstsq(tensor([[1, 0], [1, 1], [1, 2]]), tensor([1, 3, 5])); // [1, 2]
 * ```
 * @throws ShapeError when the shapes are not such.
 * @see Keras `keras.ops.lstsq`
 */
export const lstsq: (<A extends Operand, B extends Operand>(
  a: A,
  b: B,
  options?: LstsqOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Lstsq',
  module: 'linalg',
  operands: 2,
  options: ['rcond'],
  call(a: Tensor, b: Tensor, { rcond = null }: LstsqOptions) {
    if (a.rank !== 2 || (b.rank !== 1 && b.rank !== 2) || a.shape[0] !== b.shape[0]) {
      throw new ShapeError({
        who: 'lstsq',
        expected: 'a matrix [m, n], and a vector or matrix with as many rows',
        got: `${formatShape(a.shape)} and ${formatShape(b.shape)}`,
      });
    }
    const epsilon = 2 ** -23;
    const part = rcond === null ? epsilon * Math.max(...a.shape) : rcond < 0 ? epsilon : rcond;
    const right = b.rank === 1 ? expandDims(toFloat(b), -1) : toFloat(b);
    const closest = squeeze(solution(expandDims(toFloat(a), 0), expandDims(right, 0), part), [0]);
    return b.rank === 1 ? squeeze(closest, [1]) : closest;
  },
});

function solution(a: Tensor, b: Tensor, part: number): Tensor {
  const { u, s, v } = singular(a, false);
  const counts = greaterEqual(s, mul(max(s, -1, true), part));
  const inverse = where(counts, div(1, where(counts, s, 1)), zerosLike(s));
  return matMul(v, mul(expandDims(inverse, -1), matMul(adjoint(u), b)));
}
