import { type Tensor, abs, log, mul, prod, reshape, sign, sum } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { withGradient } from '../gradients/with-gradient.js';
import { decompose } from './internal/lu.js';
import { adjoint, diagonalOf, identities } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';
import { solved } from './internal/solve.js';

/**
 * Signs of the determinants of square matrices, and logarithms of their sizes: determinants that leave float32, or are close
 * to 0, keep their digits there.
 *
 * `[..., n, n]` → `[...]` and `[...]`. Where the determinant is 0, the sign is 0 and the logarithm minus infinity.
 *
 * @example
 * ```ts
 * slogdet(tensor([[0, 2], [1, 0]])); // [-1, 0.6931]
 * ```
 * @throws ShapeError when the matrices are not square.
 * @see Keras `keras.ops.slogdet`
 */
export const slogdet: (<X extends Operand>(x: X) => [sign: Result<X>, logarithm: Result<X>]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Slogdet',
    module: 'numpy',
    call: (x: Tensor) => onMatrices('slogdet', x, ofDeterminant),
  });

function ofDeterminant(a: Tensor): Tensor[] {
  return withGradient(
    { a },
    () => {
      const { upper, sign: parity } = decompose(a);
      const diagonal = diagonalOf(upper);
      const outputs = [mul(parity, prod(sign(diagonal), -1)), sum(log(abs(diagonal)), -1)];
      return { outputs, kept: [a] };
    },
    ([, byLogarithm], [matrix]) => ({
      a: () => {
        const x = matrix as Tensor;
        return mul(reshape(byLogarithm as Tensor, [-1, 1, 1]), solved(adjoint(x), identities(x)));
      },
    }),
  );
}
