import {
  type Tensor,
  add,
  concat,
  div,
  expandDims,
  matMul,
  mul,
  neg,
  slice,
  sub,
  sum,
} from '@tensorflow/tfjs-core';
import { adjoint, identity } from './matrices.js';
import { solved } from './solve.js';

/** A complex tensor by its parts. */
interface Complex {
  readonly re: Tensor;
  readonly im: Tensor;
}

/**
 * The gradient by real matrices, `V⁻ᴴ · (diag(g) + F ∘ (Vᴴ · G)) · Vᴴ`, where `Fᵢⱼ` is the conjugate of `1 / (wⱼ - wᵢ)` and
 * `G` that part of the gradient by the vectors which keeps their length, and their largest element real.
 *
 * @param upstream - by both parts of the values and of the vectors.
 * @param kept - values and vectors, and a one at the largest element of each.
 * @see Boeddeker et al., On the computation of complex-valued gradients, 2017, arXiv 1701.00392, section 4.
 */
export function eigGradient(upstream: readonly Tensor[], kept: readonly Tensor[]): Tensor {
  const [byValues, byVectors] = complexes(upstream);
  const [values, vectors] = complexes(kept);
  const largest = kept[4] as Tensor;
  const along = sum(add(mul(vectors.re, byVectors.re), mul(vectors.im, byVectors.im)), 1, true);
  const across = sum(sub(mul(vectors.re, byVectors.im), mul(vectors.im, byVectors.re)), 1, true);
  const free = {
    re: sub(byVectors.re, mul(vectors.re, along)),
    im: sub(
      sub(byVectors.im, mul(vectors.im, along)),
      mul(largest, div(across, sum(mul(largest, vectors.re), 1, true))),
    ),
  };
  const turned = product({ re: adjoint(vectors.re), im: neg(adjoint(vectors.im)) }, free);
  const gaps = {
    re: sub(expandDims(values.re, -2), expandDims(values.re, -1)),
    im: sub(expandDims(values.im, -2), expandDims(values.im, -1)),
  };
  // The conjugate of 1 / z is z / |z|².
  const squares = add(add(mul(gaps.re, gaps.re), mul(gaps.im, gaps.im)), 1e-20);
  const shares = { re: div(gaps.re, squares), im: div(gaps.im, squares) };
  const n = values.re.shape[1] ?? 0;
  const middle = {
    re: add(
      sub(mul(shares.re, turned.re), mul(shares.im, turned.im)),
      mul(expandDims(byValues.re, -1), identity(n)),
    ),
    im: add(
      add(mul(shares.re, turned.im), mul(shares.im, turned.re)),
      mul(expandDims(byValues.im, -1), identity(n)),
    ),
  };
  const inward = adjoint(asReal(vectors));
  return slice(solved(inward, matMul(asReal(middle), inward)), [0, 0, 0], [-1, n, n]);
}

function complexes([a, b, c, d]: readonly Tensor[]): [values: Complex, vectors: Complex] {
  return [
    { re: a as Tensor, im: b as Tensor },
    { re: c as Tensor, im: d as Tensor },
  ];
}

function product(a: Complex, b: Complex): Complex {
  return {
    re: sub(matMul(a.re, b.re), matMul(a.im, b.im)),
    im: add(matMul(a.re, b.im), matMul(a.im, b.re)),
  };
}

/** Complex matrices as real ones of twice the size, whose products and inverses are those of the complex ones. */
function asReal({ re, im }: Complex): Tensor {
  return concat([concat([re, neg(im)], 2), concat([im, re], 2)], 1);
}
