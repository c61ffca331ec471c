import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { onSystems } from './internal/on-systems.js';
import { solveTriangle } from './internal/triangular.js';

export interface SolveTriangularOptions {
  /** Whether the lower half of `a` counts, else the upper. @defaultValue false */
  readonly lower?: boolean;
}

/**
 * Solves systems of linear equations with a triangular matrix: `x` with `a · x = b`. The other half of `a` is not read.
 *
 * `a [..., n, n]` and `b [..., n, m]`, or `[..., n]` → the shape of `b`.
 *
 * @example
 * ```ts
 * solveTriangular(tensor([[2, 0], [1, 1]]), tensor([4, 5]), { lower: true }); // [2, 3]
 * ```
 * @throws ShapeError when the shapes do not fit together.
 * @see Keras `keras.ops.solve_triangular`
 */
export const solveTriangular: (<A extends Operand, B extends Operand>(
  a: A,
  b: B,
  options?: SolveTriangularOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SolveTriangular',
  module: 'linalg',
  operands: 2,
  options: ['lower'],
  call: (a: Tensor, b: Tensor, { lower = false }: SolveTriangularOptions) =>
    onSystems('solveTriangular', a, b, (matrices, sides) => solveTriangle(matrices, sides, lower)),
});
