import {
  type Tensor,
  abs,
  add,
  argMax,
  expandDims,
  fill,
  matMul,
  mul,
  sub,
  sum,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { divideNoNan } from '../../divide-no-nan.js';
import { offTape } from '../../off-tape.js';
import { oneHot } from '../../one-hot.js';
import { scan } from '../../recurrent/scan.js';
import { identities, identity, outer, times, upperOnes } from './matrices.js';
import { solveTriangle } from './triangular.js';

/** `P · a = L · U`, of `a [batch, n, n]`. */
export interface Decomposed {
  /** `L` without the ones on its diagonal. */
  readonly lower: Tensor;
  readonly upper: Tensor;
  /** `P`, as a matrix. */
  readonly permutation: Tensor;
  /** Its determinant, 1 or -1: `[batch]`. */
  readonly sign: Tensor;
}

/** Gauss' elimination; of every column, the largest element that is left becomes the pivot. */
export function decompose(a: Tensor): Decomposed {
  const [batch = 0, n = 0] = a.shape;
  const { carry } = scan(
    ([lower, upper, permutation, sign], [place, left, behind]) => {
      const at = expandDims(place as Tensor, 0);
      const pivot = offTape(() => {
        const sizes = mul(add(abs(times(upper as Tensor, at)), 1), expandDims(left as Tensor, 0));
        return oneHot(argMax(sizes, -1), { numClasses: n });
      });
      const exchange = sub(identity(n), outer(sub(at, pivot), sub(at, pivot)));
      const swapped = matMul(exchange, upper as Tensor);
      const row = sum(mul(swapped, expandDims(at, -1)), -2);
      // A pivot of zero is the largest element that is left: there is nothing below to eliminate.
      const factors = divideNoNan(times(swapped, at), sum(mul(row, at), -1, true));
      const below = outer(mul(factors, expandDims(behind as Tensor, 0)), at);
      return {
        carry: [
          add(matMul(exchange, lower as Tensor), below),
          sub(swapped, outer(sum(below, -1), row)),
          matMul(exchange, permutation as Tensor),
          mul(sign as Tensor, sub(mul(sum(mul(at, pivot), -1), 2), 1)),
        ],
        outputs: [],
      };
    },
    {
      carry: [zerosLike(a), a, identities(a), fill([batch], 1)],
      xs: [identity(n), upperOnes(n), upperOnes(n, n, 1)],
    },
  );
  const [lower, upper, permutation, sign] = carry as [Tensor, Tensor, Tensor, Tensor];
  // What was eliminated is zero up to rounding.
  return { lower, upper: mul(upper, upperOnes(n)), permutation, sign };
}

/** The `x` of `a · x = b`, for `b [batch, n, m]`. */
export function solveByLu({ lower, upper, permutation }: Decomposed, b: Tensor): Tensor {
  const n = lower.shape[1] ?? 0;
  const half = solveTriangle(add(lower, identity(n)), matMul(permutation, b), true);
  return solveTriangle(upper, half, false);
}
