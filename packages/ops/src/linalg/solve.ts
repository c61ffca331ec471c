import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { onSystems } from './internal/on-systems.js';
import { solved } from './internal/solve.js';

/**
 * Solves systems of linear equations: `x` with `a · x = b`.
 *
 * `a [..., n, n]` and `b [..., n, m]`, or `[..., n]` → the shape of `b`. Infinite or NaN where there is no one solution.
 *
 * @example
 * ```ts
 * solve(tensor([[2, 0], [1, 1]]), tensor([4, 5])); // [2, 3]
 * ```
 * @throws ShapeError when the shapes do not fit together.
 * @see Keras `keras.ops.solve`
 */
export const solve: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Solve',
    module: 'linalg',
    operands: 2,
    call: (a: Tensor, b: Tensor) => onSystems('solve', a, b, solved),
  });
