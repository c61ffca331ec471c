import { type Tensor, add, expandDims, matMul, mul, sub, sum } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { withGradient } from '../gradients/with-gradient.js';
import { maskOf } from '../internal/mask-of.js';
import { ordered, padded } from './internal/columns.js';
import { reciprocalGaps } from './internal/reciprocals.js';
import { rotated, unturned } from './internal/jacobi.js';
import { adjoint, diagonalOf, identity, lowerOnes } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';

/**
 * Eigenvalues, from the smallest to the largest, and eigenvectors of symmetric matrices, by Jacobi's rotations:
 * `x · v[:, i] = w[i] · v[:, i]`. The upper half of `x` is not read.
 *
 * The largest element of each vector is positive, where Keras leaves the sign open. The gradient by vectors grows without
 * bound where eigenvalues come close to each other.
 *
 * `[..., n, n]` → values `[..., n]` and vectors `[..., n, n]`, which are columns.
 *
 * @example
 * ```ts
 * eigh(tensor([[2, 0], [0, 1]])); // [[1, 2], [[0, 1], [1, 0]]]
 * ```
 * @throws ShapeError when the matrices are not square.
 * @see Keras `keras.ops.eigh`
 */
export const eigh: (<X extends Operand>(x: X) => [values: Result<X>, vectors: Result<X>]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Eigh',
    module: 'linalg',
    call: (x: Tensor) => onMatrices('eigh', x, (a) => decomposed(a)),
  });

function decomposed(a: Tensor): Tensor[] {
  return withGradient(
    { a },
    () => {
      const found = diagonalized(a);
      return { outputs: found, kept: found };
    },
    ([byValues, byVectors], [values, vectors]) => ({
      a: () => gradient([byValues, byVectors] as [Tensor, Tensor], [values, vectors] as [Tensor, Tensor]),
    }),
  );
}

function diagonalized(a: Tensor): Tensor[] {
  const n = a.shape[1] ?? 0;
  const lower = mul(a, lowerOnes(n));
  const whole = padded(add(lower, adjoint(mul(lower, sub(1, identity(n))))), 'both');
  const size = whole.shape[1] ?? 0;
  const pairs = maskOf(size, size, (i, j) => (i ^ 1) === j, 'float32');
  const [turned, vectors] = rotated(
    [whole, unturned(whole)],
    (x) => ({ squares: diagonalOf(x), products: sum(mul(x, pairs), -1) }),
    (x, rotations) => matMul(adjoint(rotations), matMul(x, rotations)),
  );
  return [...ordered(diagonalOf(turned), vectors, n)];
}

/** @see TensorFlow `SelfAdjointEigV2Grad` */
function gradient(
  [byValues, byVectors]: readonly [Tensor, Tensor],
  [values, vectors]: readonly [Tensor, Tensor],
): Tensor {
  const n = values.shape[1] ?? 0;
  const along = mul(expandDims(byValues, -1), identity(n));
  const across = mul(reciprocalGaps(values), matMul(adjoint(vectors), byVectors));
  const whole = matMul(vectors, matMul(add(along, across), adjoint(vectors)));
  // Elements of the lower half stand for those of the upper one, too.
  const half = sub(lowerOnes(n), mul(identity(n), 0.5));
  return mul(add(whole, adjoint(whole)), half);
}
