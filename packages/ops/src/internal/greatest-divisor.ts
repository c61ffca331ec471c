import {
  type Tensor,
  any,
  backend_util,
  broadcastTo,
  greater,
  mod,
  notEqual,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { whileLoop } from '../control-flow/while-loop.js';

/** Euclid's algorithm on whole numbers that are not negative; of `a` and 0 it gives `a`. */
export function greatestDivisor(a: Tensor, b: Tensor): Tensor {
  const shape = backend_util.assertAndGetBroadcastShape(a.shape, b.shape);
  const [divisor] = whileLoop(
    (_, rest) => any(greater(rest, zerosLike(rest))),
    (larger, rest) => {
      const goesOn = notEqual(rest, zerosLike(rest));
      const next = where(goesOn, rest, larger);
      return [next, where(goesOn, mod(larger, next), zerosLike(rest))];
    },
    { loopVars: [broadcastTo(a, shape), broadcastTo(b, shape)] },
  );
  return divisor;
}
