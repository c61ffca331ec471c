import { type Tensor, add, expandDims, matMul, mul, slice, sub } from '@tensorflow/tfjs-core';
import { adjoint, identity } from './matrices.js';
import { reciprocalGaps, reciprocals } from './reciprocals.js';

/**
 * The gradient by `a = u · diag(s) · vᵀ`, from those by `u`, `s` and `v`.
 *
 * @see Giles, Collected matrix derivative results for forward and reverse mode algorithmic differentiation, 2008; for
 *   matrices that are not square Townsend, Differentiating the singular value decomposition, 2016.
 */
export function gradientOfSingular(by: readonly Tensor[], parts: readonly Tensor[]): Tensor {
  const [u, s, v] = parts as readonly [Tensor, Tensor, Tensor];
  const [byU, byS, byV] = by as readonly [Tensor, Tensor, Tensor];
  const [m = 0, n = 0] = [u.shape[1], v.shape[1]];
  return m > n
    ? adjoint(gradientOfWide([byV, byS, byU], [v, s, u]))
    : gradientOfWide([byU, byS, byV], [u, s, v]);
}

type Three = readonly [u: Tensor, s: Tensor, v: Tensor];

/** Where `a [m, n]` has as many columns as rows, or more; `u` is square. */
function gradientOfWide([byU, byS, byV]: Three, [u, s, v]: Three): Tensor {
  const [batch = 0, n = 0, vectors = 0] = v.shape;
  const m = s.shape[1] ?? 0;
  const first = (x: Tensor): Tensor => slice(x, [0, 0, 0], [batch, n, m]);
  const [v1, byV1] = [first(v), first(byV)];
  const diagonal = (x: Tensor): Tensor => mul(expandDims(x, -1), identity(m));
  const gaps = reciprocalGaps(mul(s, s));
  const overlap = (vectors: Tensor, gradient: Tensor): Tensor => {
    const part = mul(gaps, matMul(adjoint(vectors), gradient));
    return add(part, adjoint(part));
  };
  const ofU = mul(overlap(u, byU), expandDims(s, -2));
  const ofV = mul(overlap(v1, byV1), expandDims(s, -1));
  const within = matMul(u, matMul(add(diagonal(byS), add(ofU, ofV)), adjoint(v1)));
  if (m === n) return within;
  // What turns `v` out of the space of its own vectors.
  const out = sub(adjoint(byV1), matMul(matMul(adjoint(byV1), v1), adjoint(v1)));
  const outside = vectors === n ? sub(out, betweenOf(v, byV, v1, m)) : out;
  return add(within, matMul(mul(u, expandDims(reciprocals(s), -2)), outside));
}

/** Of the vectors that `full` adds. */
function betweenOf(v: Tensor, byV: Tensor, v1: Tensor, m: number): Tensor {
  const [batch = 0, n = 0] = v.shape;
  const rest = (x: Tensor): Tensor => slice(x, [0, 0, m], [batch, n, n - m]);
  return matMul(matMul(adjoint(v1), rest(byV)), adjoint(rest(v)));
}
