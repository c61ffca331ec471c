import {
  add,
  cast,
  divide,
  greater,
  less,
  log,
  logicalAnd,
  maximum,
  minimum,
  multiply,
  randomNormal,
  randomUniform,
  rsqrt,
  square,
  subtract,
  tensor,
  topK,
  unstack,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Random numbers of one call of a layer: each draw has its own place in the stream. */
export class Draws {
  readonly #state: Tensor;
  #count = 0;

  /** @param state - `[seed, offset]` of the stream. */
  constructor(state: Tensor) {
    this.#state = state;
  }

  /** Where the stream stands after these draws. */
  get next(): Tensor {
    return add(this.#state, tensor([0, this.#count], 'int32'));
  }

  #draw(): Tensor {
    const state = this.next;
    this.#count += 1;
    return state;
  }

  /** Numbers in [low, high), each equally likely. */
  uniform(shape: readonly number[], [low, high]: readonly [number, number] = [0, 1]): Tensor {
    const parts = randomUniform(this.#draw(), shape);
    return add(multiply(parts, high - low), low);
  }

  /** Numbers of the standard normal distribution. */
  normal(shape: readonly number[]): Tensor {
    return randomNormal(this.#draw(), shape);
  }

  /** Whole numbers from 0 up to `count`, which is not among them. */
  whole(shape: readonly number[], count: number): Tensor {
    const numbers = cast(this.uniform(shape, [0, count]), { dtype: 'int32' });
    return minimum(numbers, count - 1);
  }

  /** A state for so many draws elsewhere, which none of these here take. */
  reserve(count: number): Tensor {
    const state = this.next;
    this.#count += count;
    return state;
  }

  /** For each example whether something happens to it, with a chance that is itself drawn from a range. */
  chance(batch: number, range: readonly [number, number]): Tensor {
    return less(this.uniform([batch]), this.uniform([batch], range));
  }

  /** The numbers 0 to `count - 1` in random order. */
  order(count: number): Tensor {
    return topK(this.uniform([count]), { k: count })[1];
  }

  /**
   * Logarithms of numbers of the gamma distribution with a shape `alpha` and the scale 1. Their differences and sums make
   * beta and Dirichlet distributions without an underflow where `alpha` is small.
   *
   * Rejections in a fixed number of rounds: each accepts with a chance of more than 95 %, so that after eight of them one
   * number in 10¹⁰ is not quite of the distribution.
   *
   * @see Marsaglia and Tsang, "A simple method for generating gamma variables", 2000
   */
  logGamma(shape: readonly number[], alpha: Tensor | number): Tensor {
    // Of the shape alpha + 1, then brought to alpha by a power of a uniform number.
    const d = add(alpha as Tensor, 2 / 3);
    const c = multiply(rsqrt(d), 1 / 3);
    const normals = this.normal([rounds, ...shape]);
    const base = add(multiply(normals, c), 1);
    const cube = multiply(square(base), maximum(base, 0));
    const logCube = log(maximum(cube, smallest));
    const bound = add(multiply(square(normals), 0.5), multiply(d, add(subtract(1, cube), logCube)));
    const isAccepted = logicalAnd(
      greater(base, 0),
      less(log(maximum(this.uniform([rounds, ...shape]), smallest)), bound),
    );
    const [accepted, cubes] = [unstack(isAccepted), unstack(logCube)];
    const chosen = cubes.reduceRight((later, value, i) => where(accepted[i] as Tensor, value, later));
    const lift = divide(log(maximum(this.uniform(shape), smallest)), alpha as Tensor);
    return add(add(log(d), chosen), lift);
  }
}

const rounds = 8;
/** Half of the smallest uniform number that is not 0. */
const smallest = 2 ** -25;
