import {
  type Tensor,
  abs,
  concat,
  expandDims,
  matMul,
  mul,
  neg,
  slice,
  sum,
  where,
} from '@tensorflow/tfjs-core';
import { withGradient } from '../../gradients/with-gradient.js';
import { less } from '../../less.js';
import { maskOf } from '../../internal/mask-of.js';
import { ordered, padded } from './columns.js';
import { rotated, unturned } from './jacobi.js';
import { adjoint, diagonalOf } from './matrices.js';
import { reflected } from './reflected.js';
import { gradientOfSingular } from './singular-gradient.js';

/** `a = u · diag(s) · vᵀ`, with singular values from the largest to the smallest, and vectors as columns. */
export interface Singular {
  readonly u: Tensor;
  readonly s: Tensor;
  readonly v: Tensor;
}

/** The parts of `a [batch, m, n]`, with `min(m, n)` vectors on both sides, or, if `full`, all of them. */
export function singular(a: Tensor, full: boolean): Singular {
  const [, m = 0, n = 0] = a.shape;
  const [u, s, v] = withGradient(
    { a },
    () => {
      const parts = m >= n ? ofTall(a, full) : ofTall(adjoint(a), full);
      const { u, s, v } = m >= n ? parts : { u: parts.v, s: parts.s, v: parts.u };
      return { outputs: [u, s, v], kept: [u, s, v] };
    },
    (upstream, kept) => ({ a: () => gradientOfSingular(upstream, kept) }),
  ) as [Tensor, Tensor, Tensor];
  return { u, s, v };
}

/** Turns the columns until they are orthogonal: then their lengths are the singular values. */
function ofTall(a: Tensor, full: boolean): Singular {
  const [batch = 0, m = 0, n = 0] = a.shape;
  const columns = padded(a, 'columns');
  const size = columns.shape[2] ?? 0;
  const pairs = maskOf(size, size, (i, j) => (i ^ 1) === j, 'float32');
  const squaresOf = (x: Tensor): Tensor => sum(mul(x, x), 1);
  const [turned, turns] = rotated(
    [columns, unturned(columns)],
    (x) => ({ squares: squaresOf(x), products: sum(mul(matMul(adjoint(x), x), pairs), -1) }),
    (x, rotations) => matMul(x, rotations),
  );
  const [, v] = ordered(neg(squaresOf(turned)), turns, n);
  // Of orthogonal columns the triangular factor is diagonal. Reflections also find vectors where a column is zero.
  const { q, r } = reflected(matMul(a, v));
  const lengths = diagonalOf(slice(r, [0, 0, 0], [batch, n, n]));
  const signs = where(less(lengths, 0), -1, 1);
  const known = mul(slice(q, [0, 0, 0], [batch, m, n]), expandDims(signs, 1));
  const u = full ? concat([known, slice(q, [0, 0, n], [batch, m, m - n])], 2) : known;
  return { u, s: abs(lengths), v };
}
