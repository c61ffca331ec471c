import { type Tensor, mul, prod, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from '../define-op.js';
import { withGradient } from '../gradients/with-gradient.js';
import { decompose } from './internal/lu.js';
import { adjoint, diagonalOf, identities } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';
import { solved } from './internal/solve.js';

/**
 * Determinants of square matrices.
 *
 * `[..., n, n]` → `[...]`. The gradient needs the inverse, so it is not finite where the determinant is 0.
 *
 * @example
 * ```ts
 * det(tensor([[1, 2], [3, 4]])); // -2
 * ```
 * @throws ShapeError when the matrices are not square.
 * @see Keras `keras.ops.det`
 */
export const det: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Det',
  module: 'linalg',
  call: (x: Tensor) => onMatrices('det', x, (a) => [determinant(a)])[0] as Tensor,
});

function determinant(a: Tensor): Tensor {
  const [result] = withGradient(
    { a },
    () => {
      const { upper, sign } = decompose(a);
      const value = mul(sign, prod(diagonalOf(upper), -1));
      return { outputs: [value], kept: [a, value] };
    },
    ([upstream], [matrix, value]) => ({
      a: () => {
        const x = matrix as Tensor;
        const inverse = solved(adjoint(x), identities(x));
        return mul(reshape(mul(upstream as Tensor, value as Tensor), [-1, 1, 1]), inverse);
      },
    }),
  );
  return result as Tensor;
}
