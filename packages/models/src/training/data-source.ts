import {
  type ArrayLike,
  ArgumentError,
  NdArray,
  type RandomState,
  ShapeError,
  type TypedArray,
  allocate,
  formatShape,
  permutation,
  shapeSize,
} from '@myelin/core';

/** One batch for the program: inputs, labels where there are any, and weights of the examples. */
export interface Batch {
  readonly x: readonly NdArray[];
  readonly y: NdArray | null;
  readonly sampleWeight: NdArray | null;
}

/** A batch as an iterable of the user gives it. */
export interface UserBatch {
  readonly x: ArrayLike | readonly NdArray[];
  readonly y?: ArrayLike;
  readonly sampleWeight?: ArrayLike;
}

/** Batches that come one after another; iterated once an epoch. */
export type DataSet = AsyncIterable<UserBatch> | Iterable<UserBatch>;

/** Where the batches of an epoch come from. */
export interface DataSource {
  /** Batches an epoch, if known before. */
  readonly steps: number | undefined;
  batches(shuffle: RandomState | null): AsyncIterable<Batch> | Iterable<Batch>;
}

/** Arrays in memory, gathered into batches. */
export function arraySource(data: Batch, batchSize: number): DataSource {
  const size = data.x[0]?.shape[0] ?? 0;
  const steps = Math.ceil(size / batchSize);
  return {
    steps,
    *batches(shuffle) {
      const order = shuffle === null ? null : permutation(shuffle, size);
      for (let step = 0; step < steps; step++) {
        const start = step * batchSize;
        const end = Math.min(start + batchSize, size);
        const pick = (array: NdArray): NdArray =>
          order === null ? array.rows(start, end) : gatherRows(array, order.subarray(start, end));
        yield {
          x: data.x.map(pick),
          y: data.y === null ? null : pick(data.y),
          sampleWeight: data.sampleWeight === null ? null : pick(data.sampleWeight),
        };
      }
    },
  };
}

/** An iterable of batches. */
export function iterableSource(data: DataSet, prepare: (batch: UserBatch) => Batch): DataSource {
  return {
    steps: undefined,
    async *batches() {
      for await (const batch of data) yield prepare(batch);
    },
  };
}

/** Whether `value` is batches rather than an array: a list counts as batches by its first entry. */
export function isDataSet(value: unknown): value is DataSet {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  if (Array.isArray(value)) return isUserBatch(value[0]);
  return Symbol.asyncIterator in value || Symbol.iterator in value;
}

function isUserBatch(value: unknown): value is UserBatch {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'x' in value;
}

/** The rows of the first axis at the given places. */
function gatherRows(array: NdArray, rows: Uint32Array): NdArray {
  const width = shapeSize(array.shape.slice(1));
  const shape = [rows.length, ...array.shape.slice(1)];
  if (Array.isArray(array.data)) {
    const strings = array.data;
    return new NdArray(
      [...rows].flatMap((row) => strings.slice(row * width, (row + 1) * width)),
      shape,
      array.dtype,
    );
  }
  const target = allocate(array.dtype, rows.length * width) as Float32Array;
  const source = array.data as Exclude<TypedArray, BigInt64Array> as Float32Array;
  if (width === 1) rows.forEach((row, i) => (target[i] = source[row] ?? 0));
  else
    rows.forEach((row, i) => {
      target.set(source.subarray(row * width, (row + 1) * width), i * width);
    });
  return new NdArray(target, shape, array.dtype);
}

/** Checks that all arrays have as many examples, and at least one. */
export function checkLengths(who: string, arrays: Readonly<Record<string, NdArray | null>>): number {
  const entries = Object.entries(arrays).filter((entry): entry is [string, NdArray] => entry[1] !== null);
  const [first] = entries;
  const size = first?.[1].shape[0];
  if (first === undefined || size === undefined || size === 0) {
    throw new ArgumentError({ who, expected: 'at least one example', got: 'empty data' });
  }
  for (const [name, array] of entries) {
    if (array.shape[0] !== size) {
      throw new ShapeError({
        who,
        expected: `${size} examples in \`${name}\`, as many as in \`${first[0]}\``,
        got: formatShape(array.shape),
      });
    }
  }
  return size;
}
