import { type Tensor, concat, gather, reshape, tensor, tensor1d, util } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { moveaxis } from './moveaxis.js';
import { offTape } from './off-tape.js';

export interface UniqueOptions {
  /** Whether they are in order of size; else in that of their first places. @defaultValue true */
  readonly sorted?: boolean;
  /** Whether their first places are wanted, too. @defaultValue false */
  readonly returnIndex?: boolean;
  /** Whether it is wanted which of them each element is. @defaultValue false */
  readonly returnInverse?: boolean;
  /** Whether it is wanted how often each occurs. @defaultValue false */
  readonly returnCounts?: boolean;
  /** The axis whose slices are compared. @defaultValue the elements of the flattened tensor */
  readonly axis?: number | null;
  /** How many there are: what is missing is filled up, what is too much left out. @defaultValue as many as there are */
  readonly size?: number | null;
  /** What is filled up with. @defaultValue 0 */
  readonly fillValue?: number | null;
}

interface Unique {
  <X extends Operand>(
    x: X,
    options?: UniqueOptions & {
      readonly returnIndex?: false;
      readonly returnInverse?: false;
      readonly returnCounts?: false;
    },
  ): Result<X>;
  <X extends Operand>(x: X, options: UniqueOptions): Result<X> | Result<X>[];
}

/**
 * The elements, or the slices along an axis, each once; behind them, if wanted, first places, inverse and counts. int32.
 *
 * Their number depends on values, so it works outside of layers, graphs and training steps alone.
 *
 * @example
 * ```ts
 * unique(tensor([3, 1, 3])); // [1, 3]
 * ```
 * @throws TraceError in a graph or a program.
 * @see Keras `keras.ops.unique`
 */
export const unique: Unique & OpClass = /* @__PURE__ */ defineOp({
  className: 'Unique',
  module: 'numpy',
  options: ['sorted', 'returnIndex', 'returnInverse', 'returnCounts', 'axis', 'size', 'fillValue'],
  call: (x: Tensor, options: UniqueOptions) =>
    offTape(() => {
      const { axis = null, sorted = true, size = null, fillValue = 0 } = options;
      const slices = axis === null ? reshape(x, [-1]) : moveaxis(x, { source: axis, destination: 0 });
      const { firsts, inverse, counts } = groupsOf(slices, sorted);
      const count = size ?? firsts.length;
      const chosen = gather(slices, tensor1d(firsts.slice(0, count), 'int32'));
      const values = filledUp(chosen, count, fillValue ?? 0);
      const numbers = (list: readonly number[], missing: number): Tensor =>
        filledUp(tensor1d(list.slice(0, count), 'int32'), count, missing);
      const results = [
        axis === null ? values : moveaxis(values, { source: 0, destination: axis }),
        // Keras fills places up with 1.
        ...(options.returnIndex === true ? [numbers(firsts, 1)] : []),
        ...(options.returnInverse === true ? [inverseOf(inverse, axis === null ? x.shape : [-1])] : []),
        ...(options.returnCounts === true ? [numbers(counts, 0)] : []),
      ];
      return results.length === 1 ? (results[0] as Tensor) : results;
    }),
});

interface Groups {
  /** Where each group occurs first. */
  readonly firsts: number[];
  /** The group of each slice. */
  readonly inverse: number[];
  readonly counts: number[];
}

/** Slices along the first axis that are equal. */
function groupsOf(slices: Tensor, sorted: boolean): Groups {
  const [count = 0, ...shape] = slices.shape;
  const width = util.sizeFromShape(shape);
  const data = slices.dataSync();
  const rows = Array.from({ length: count }, (_, i) => [...data.slice(i * width, (i + 1) * width)]);
  const keys = rows.map((row) => row.join());
  const firstOf = new Map<string, number>();
  keys.forEach((key, i) => {
    if (!firstOf.has(key)) firstOf.set(key, i);
  });
  const firsts = [...firstOf.values()];
  if (sorted) firsts.sort((a, b) => compare(rows[a] ?? [], rows[b] ?? []));
  const groupOf = new Map(firsts.map((first, group) => [keys[first], group]));
  const inverse = keys.map((key) => groupOf.get(key) ?? 0);
  const counts = firsts.map(() => 0);
  for (const group of inverse) counts[group] = (counts[group] ?? 0) + 1;
  return { firsts, inverse, counts };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

function inverseOf(groups: readonly number[], shape: number[]): Tensor {
  return reshape(tensor1d([...groups], 'int32'), shape);
}

function filledUp(x: Tensor, count: number, value: number): Tensor {
  const [present = 0, ...shape] = x.shape;
  if (present >= count) return x;
  const missing = [count - present, ...shape];
  const values = Array<number>(util.sizeFromShape(missing)).fill(value);
  return concat([x, tensor(values, missing, x.dtype)], 0);
}
