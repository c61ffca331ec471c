import {
  type Tensor,
  add,
  div,
  expandDims,
  greaterEqual,
  mul,
  sqrt,
  sub,
  sum,
  where,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { greater } from '../../greater.js';
import { scan } from '../../recurrent/scan.js';
import { adjoint, identity, outer, times, upperOnes } from './matrices.js';

/** Householder's reflections, column by column: what lies below the diagonal becomes zero. */
export function reflected(a: Tensor): { q: Tensor; r: Tensor } {
  const [batch = 0, m = 0, n = 0] = a.shape;
  const steps = Math.min(m, n);
  const { carry } = scan(
    ([q, r], [place, column, left, behind]) => {
      const x = times(r as Tensor, expandDims(column as Tensor, 0));
      const rest = mul(x, expandDims(left as Tensor, 0));
      const first = sum(mul(x, expandDims(place as Tensor, 0)), -1, true);
      const tail = sum(mul(mul(x, x), expandDims(behind as Tensor, 0)), -1, true);
      const length = sqrt(add(mul(first, first), tail));
      const sign = where(greaterEqual(first, 0), 1, -1);
      const direction = add(rest, mul(mul(length, sign), expandDims(place as Tensor, 0)));
      const squares = sum(mul(direction, direction), -1, true);
      const hasTail = greater(tail, 0);
      const factor = where(hasTail, div(2, squares), zerosLike(squares));
      const mirror = mul(direction, factor);
      return {
        carry: [
          sub(q as Tensor, outer(times(q as Tensor, direction), mirror)),
          sub(r as Tensor, outer(mirror, times(adjoint(r as Tensor), direction))),
        ],
        outputs: [],
      };
    },
    {
      carry: [add(zeros([batch, m, m]), identity(m)), a],
      xs: [identity(steps, m), identity(steps, n), upperOnes(steps, m), upperOnes(steps, m, 1)],
    },
  );
  const [q, r] = carry as [Tensor, Tensor];
  return { q, r: mul(r, upperOnes(m, n)) };
}
