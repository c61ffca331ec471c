import { type Tensor, matMul, neg } from '@tensorflow/tfjs-core';
import { withGradient } from '../../gradients/with-gradient.js';
import { decompose, solveByLu } from './lu.js';
import { adjoint } from './matrices.js';

/** The `x` of `a · x = b`, for `a [batch, n, n]` and `b [batch, n, m]`. */
export function solved(a: Tensor, b: Tensor): Tensor {
  const [x] = withGradient(
    { a, b },
    () => {
      const found = solveByLu(decompose(a), b);
      return { outputs: [found], kept: [found, a] };
    },
    ([upstream], [found, matrix]) => {
      const byB = (): Tensor => solved(adjoint(matrix as Tensor), upstream as Tensor);
      return { a: () => neg(matMul(byB(), adjoint(found as Tensor))), b: byB };
    },
  );
  return x as Tensor;
}
