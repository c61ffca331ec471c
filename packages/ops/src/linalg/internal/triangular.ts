import {
  type Tensor,
  add,
  div,
  expandDims,
  matMul,
  mul,
  neg,
  sub,
  sum,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { withGradient } from '../../gradients/with-gradient.js';
import { scan } from '../../recurrent/scan.js';
import { adjoint, identity, lowerOnes, outer, times, upperOnes } from './matrices.js';

/**
 * The `x` of `a · x = b` for triangular `a [batch, n, n]` and `b [batch, n, m]`, row by row; the other half of `a` is not
 * read.
 */
export function solveTriangle(a: Tensor, b: Tensor, lower: boolean): Tensor {
  const forward = (): Tensor => substituted(a, b, lower);
  const [x] = withGradient(
    { a, b },
    () => {
      const found = forward();
      return { outputs: [found], kept: [found, a] };
    },
    ([upstream], [found, matrix]) => {
      const byB = (): Tensor => solveTriangle(adjoint(matrix as Tensor), upstream as Tensor, !lower);
      const half = lower ? lowerOnes : upperOnes;
      const n = a.shape[1] ?? 0;
      return { a: () => neg(mul(matMul(byB(), adjoint(found as Tensor)), half(n))), b: byB };
    },
  );
  return x as Tensor;
}

function substituted(a: Tensor, b: Tensor, lower: boolean): Tensor {
  const n = a.shape[1] ?? 0;
  const half = mul(a, lower ? lowerOnes(n) : upperOnes(n));
  const { carry } = scan(
    ([x], [unit], [matrix, right]) => {
      const place = expandDims(unit as Tensor, 0);
      const row = times(adjoint(matrix as Tensor), place);
      const known = sum(mul(x as Tensor, expandDims(row, -1)), -2);
      const wanted = sum(mul(right as Tensor, expandDims(place, -1)), -2);
      const pivot = sum(mul(row, place), -1, true);
      return { carry: [add(x as Tensor, outer(place, div(sub(wanted, known), pivot)))], outputs: [] };
    },
    { carry: [zerosLike(b)], xs: [identity(n)], weights: [half, b], reverse: !lower },
  );
  return carry[0] as Tensor;
}
