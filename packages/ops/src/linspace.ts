import {
  type Tensor,
  add,
  cast,
  div,
  expandDims,
  floor,
  mul,
  reshape,
  sub,
  tensor1d,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Result, type Value, defineOp } from './define-op.js';
import { fromStart } from './internal/from-start.js';
import { promoteToFloat } from './promote.js';

export interface LinspaceOptions {
  /** How many numbers. @defaultValue 50 */
  readonly num?: number;
  /** Whether the last number is `stop`. @defaultValue true */
  readonly endpoint?: boolean;
  /** Whether the distance of neighbours is wanted, too, as a second result. @defaultValue false */
  readonly retstep?: boolean;
  /** @defaultValue float32 */
  readonly dtype?: 'float32' | 'int32' | null;
  /** Where the new axis stands, if the ends are tensors. @defaultValue 0 */
  readonly axis?: number;
}

interface Linspace {
  <A extends Value, B extends Value>(
    start: A,
    stop: B,
    options: LinspaceOptions & { readonly retstep: true },
  ): [Result<A | B>, Result<A | B>];
  <A extends Value, B extends Value>(
    start: A,
    stop: B,
    options?: LinspaceOptions & { readonly retstep?: false },
  ): Result<A | B>;
}

/**
 * Numbers with equal distances, from `start` to `stop`. Whole numbers are rounded down.
 *
 * Shapes that broadcast against each other → their common shape with a new axis of size `num`.
 *
 * @example
 * ```ts
 * linspace(0, 1, { num: 5 }); // [0, 0.25, 0.5, 0.75, 1]
 * ```
 * @see Keras `keras.ops.linspace`
 */
export const linspace: Linspace & OpClass = /* @__PURE__ */ defineOp({
  className: 'Linspace',
  module: 'numpy',
  operands: 2,
  options: ['num', 'endpoint', 'retstep', 'dtype', 'axis'],
  call: (start: Tensor | number, stop: Tensor | number, options: LinspaceOptions) => {
    const { num = 50, endpoint = true, retstep = false, dtype = null, axis = 0 } = options;
    const [from, to] = promoteToFloat(start, stop);
    const distance = sub(to, from);
    const steps = endpoint ? num - 1 : num;
    const rank = distance.rank + 1;
    const along = fromStart(axis, rank);
    const counts = Float32Array.from({ length: num }, (_, i) => i);
    const count = reshape(tensor1d(counts), Array<number>(rank).fill(1).with(along, num));
    const first = expandDims(add(from, zerosLike(distance)), along);
    const numbers = add(first, div(mul(expandDims(distance, along), count), Math.max(steps, 1)));
    const result = dtype === 'int32' ? cast(floor(numbers), 'int32') : numbers;
    return retstep ? [result, div(distance, steps > 0 ? steps : NaN)] : result;
  },
});
