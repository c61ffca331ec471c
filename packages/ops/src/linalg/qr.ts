import { type Tensor, add, concat, matMul, mul, slice, split, sub } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { withGradient } from '../gradients/with-gradient.js';
import { adjoint, lowerOnes } from './internal/matrices.js';
import { onMatrices } from './internal/on-matrices.js';
import { reflected } from './internal/reflected.js';
import { solveTriangle } from './internal/triangular.js';

export interface QrOptions {
  /** Whether `Q` is `[m, min(m, n)]` or all of `[m, m]`. @defaultValue 'reduced' */
  readonly mode?: 'reduced' | 'complete';
}

/**
 * Orthogonal and triangular factors: `x = Q · R`, by Householder's reflections.
 *
 * `[..., m, n]` → `Q [..., m, k]` and `R [..., k, n]`, where `k` is the smaller of both, or `m` if `complete`. There is a gradient
 * where `Q` is not larger than `x`.
 *
 * @example
 * ```ts
 * qr(tensor([[3, 1], [4, 2]]))[1]; // [[-5, -2.2], [0, 0.4]]
 * ```
 * @throws ShapeError when there are fewer than two axes.
 * @see Keras `keras.ops.qr`
 */
export const qr: (<X extends Operand>(x: X, options?: QrOptions) => [Result<X>, Result<X>]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Qr',
    module: 'linalg',
    options: ['mode'],
    call: (x: Tensor, { mode = 'reduced' }: QrOptions) => onMatrices('qr', x, (a) => factors(a, mode), 'any'),
  });

function factors(a: Tensor, mode: 'reduced' | 'complete'): Tensor[] {
  const [batch = 0, m = 0, n = 0] = a.shape;
  const k = mode === 'complete' ? m : Math.min(m, n);
  return withGradient(
    { a },
    () => {
      const { q, r } = reflected(a);
      const kept = [slice(q, [0, 0, 0], [batch, m, k]), slice(r, [0, 0, 0], [batch, k, n])];
      return { outputs: kept, kept: [a, ...kept] };
    },
    (upstream, [x, ...kept]) => ({
      a: () => gradient(x as Tensor, upstream as [Tensor, Tensor], kept as unknown as [Tensor, Tensor]),
    }),
  );
}

/** @see TensorFlow `QrGrad` */
function gradient(
  a: Tensor,
  [byQ, byR]: readonly [Tensor, Tensor],
  [q, r]: readonly [Tensor, Tensor],
): Tensor {
  const [batch = 0, rows = 0, columns = 0] = r.shape;
  if (columns === rows) return gradientOfSquare(byQ, byR, q, r);
  // The columns behind the square ones are multiplied by `Qᵀ` alone.
  const parts = (x: Tensor): Tensor[] => split(x, [rows, columns - rows], 2);
  const [, behind] = parts(a) as [Tensor, Tensor];
  const [byLeft, byRight] = parts(byR) as [Tensor, Tensor];
  const left = slice(r, [0, 0, 0], [batch, rows, rows]);
  const square = gradientOfSquare(add(byQ, matMul(behind, adjoint(byRight))), byLeft, q, left);
  return concat([square, matMul(q, byRight)], 2);
}

function gradientOfSquare(byQ: Tensor, byR: Tensor, q: Tensor, r: Tensor): Tensor {
  const n = r.shape[2] ?? 0;
  // x · R⁻ᵀ
  const behindR = (x: Tensor): Tensor => adjoint(solveTriangle(r, adjoint(x), false));
  const overlap = matMul(adjoint(q), byQ);
  const lengths = matMul(r, adjoint(byR));
  const skew = add(sub(overlap, adjoint(overlap)), sub(lengths, adjoint(lengths)));
  const along = matMul(q, add(byR, behindR(mul(skew, lowerOnes(n)))));
  return add(along, behindR(sub(byQ, matMul(q, overlap))));
}
