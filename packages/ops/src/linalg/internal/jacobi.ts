import {
  type Tensor,
  abs,
  add,
  div,
  expandDims,
  matMul,
  mul,
  rsqrt,
  sign,
  sqrt,
  sub,
  tensor1d,
  where,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { divideNoNan } from '../../divide-no-nan.js';
import { equal } from '../../equal.js';
import { maskOf } from '../../internal/mask-of.js';
import { scan } from '../../recurrent/scan.js';
import { identity, times } from './matrices.js';

/** What the angle of a rotation depends on, of each column: its square, and its product with that beside it. */
interface Measured {
  readonly squares: Tensor;
  readonly products: Tensor;
}

/**
 * Jacobi's rotations: each makes two columns orthogonal, and all together make all so. Half as many as there are columns
 * happen at once, on columns that stand side by side; then the columns move on, so that all meet all.
 *
 * @param first - `[batch, ..., n]`, and what its columns are turned in besides, `[batch, n, n]`; `n` is even.
 * @param measure - of what has been turned so far, `[batch, n]`.
 * @param turn - applies rotations `[batch, n, n]` to it.
 * @see Brent and Luk, The solution of singular-value and symmetric eigenvalue problems on multiprocessor arrays, 1985.
 */
export function rotated(
  first: readonly [x: Tensor, vectors: Tensor],
  measure: (x: Tensor) => Measured,
  turn: (x: Tensor, rotations: Tensor) => Tensor,
): readonly [x: Tensor, vectors: Tensor] {
  const n = first[1].shape[2] ?? 0;
  const { carry } = scan(
    ([x, vectors]) => {
      const rotations = rotationsOf(measure(x as Tensor));
      return { carry: [turn(x as Tensor, rotations), matMul(vectors as Tensor, rotations)], outputs: [] };
    },
    { carry: first, length: sweeps * (n - 1) },
  );
  return carry as [Tensor, Tensor];
}

/** How often all columns meet; the rest falls quadratically, so that few are needed. */
const sweeps = 10;

const beside = (i: number): number => i ^ 1;

/** The column in whose place one goes next: the first one stays, the others go round. */
function next(n: number): (i: number) => number {
  const evens = Array.from({ length: n / 2 - 1 }, (_, i) => 2 * i + 2);
  const round = [...evens, ...evens.map((i) => i + 1).reverse(), 1];
  return (i) => (i === 0 ? 0 : (round[(round.indexOf(i) + 1) % round.length] ?? 0));
}

function rotationsOf({ squares, products }: Measured): Tensor {
  const n = squares.shape[1] ?? 0;
  const others = times(
    maskOf(n, n, (i, j) => beside(i) === j, 'float32'),
    squares,
  );
  const ratio = divideNoNan(sub(others, squares), mul(products, 2));
  // Columns of one length turn by an eighth of a circle, those beside each other in opposite directions.
  const opposite = tensor1d(Float32Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1)));
  const direction = where(equal(ratio, 0), opposite, sign(ratio));
  const tangent = div(direction, add(abs(ratio), sqrt(add(mul(ratio, ratio), 1))));
  const needed = where(equal(products, 0), zerosLike(tangent), tangent);
  const cosine = rsqrt(add(mul(needed, needed), 1));
  const place = next(n);
  const own = maskOf(n, n, (i, j) => place(i) === j, 'float32');
  const crossed = maskOf(n, n, (i, j) => place(beside(i)) === j, 'float32');
  return add(mul(expandDims(cosine, -1), own), mul(expandDims(mul(needed, cosine), -1), crossed));
}

/** The vectors that rotations begin with, one for each column. */
export function unturned(columns: Tensor): Tensor {
  const [batch = 0, , n = 0] = columns.shape;
  return add(zeros([batch, n, n]), identity(n));
}
