import {
  type Tensor,
  add,
  div,
  expandDims,
  matMul,
  mul,
  sqrt,
  sub,
  sum,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { withGradient } from '../gradients/with-gradient.js';
import { scan } from '../recurrent/scan.js';
import { adjoint, identity, lowerOnes, outer, times, upperOnes } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';
import { solveTriangle } from './internal/triangular.js';

export interface CholeskyOptions {
  /** Whether the factor is `U` with `x = Uᵀ · U`, else `L` with `x = L · Lᵀ`. @defaultValue false */
  readonly upper?: boolean;
}

/**
 * Triangular roots of symmetric, positive definite matrices: `x = L · Lᵀ`. The upper half of `x` is not read.
 *
 * `[..., n, n]` → the same shape. NaN where the matrix is not positive definite, where Keras throws.
 *
 * @example
 * ```ts
 * cholesky(tensor([[4, 2], [2, 5]])); // [[2, 0], [1, 2]]
 * ```
 * @throws ShapeError when the matrices are not square.
 * @see Keras `keras.ops.cholesky`
 */
export const cholesky: OptionOp<CholeskyOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Cholesky',
  module: 'linalg',
  options: ['upper'],
  call(x: Tensor, { upper = false }: CholeskyOptions) {
    const [lower] = onMatrices('cholesky', x, (a) => [factor(a)]) as [Tensor];
    return upper ? adjoint(lower) : lower;
  },
});

function factor(a: Tensor): Tensor {
  const [lower] = withGradient(
    { a },
    () => {
      const found = columnByColumn(a);
      return { outputs: [found], kept: [found] };
    },
    ([upstream], [found]) => ({ a: () => gradient(upstream as Tensor, found as Tensor) }),
  );
  return lower as Tensor;
}

function columnByColumn(a: Tensor): Tensor {
  const n = a.shape[1] ?? 0;
  const { carry } = scan(
    ([lower], [unit, left], [matrix]) => {
      const place = expandDims(unit as Tensor, 0);
      const row = sum(mul(lower as Tensor, expandDims(place, -1)), -2);
      const rest = mul(sub(times(matrix as Tensor, place), times(lower as Tensor, row)), left as Tensor);
      const column = div(rest, sqrt(sum(mul(rest, place), -1, true)));
      return { carry: [add(lower as Tensor, outer(column, place))], outputs: [] };
    },
    { carry: [zerosLike(a)], xs: [identity(n), upperOnes(n)], weights: [a] },
  );
  return carry[0] as Tensor;
}

/** @see Murray, Differentiation of the Cholesky decomposition, 2016, arXiv 1602.07527. */
function gradient(by: Tensor, lower: Tensor): Tensor {
  const n = lower.shape[1] ?? 0;
  const halves = sub(lowerOnes(n), mul(identity(n), 0.5));
  const middle = mul(matMul(adjoint(lower), by), halves);
  const left = solveTriangle(adjoint(lower), middle, false);
  const full = adjoint(solveTriangle(adjoint(lower), adjoint(left), false));
  return mul(add(full, adjoint(full)), 0.5);
}
