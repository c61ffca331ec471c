import {
  type ArrayLike,
  NdArray,
  type RandomState,
  type Tree,
  type TypedArray,
  allocate,
  shapeSize,
} from '@myelin/core';
import { type Batch, mapBatch } from './batch.js';
import { WholeData } from './whole-data.js';

/** Arrays for a model: one, a list for several inputs, or a dictionary by their names; null for an optional input. */
export type ModelInput = Tree<ArrayLike | null>;

/** Labels or weights: one array, a list for several outputs, or a dictionary by their names; null where there is none. */
export type ModelLabels = Tree<ArrayLike | null>;

/** A batch as an iterable of the user gives it. */
export interface UserBatch {
  readonly x: ModelInput;
  readonly y?: ModelLabels;
  readonly sampleWeight?: ModelLabels;
}

/** Batches that come one after another; iterated once an epoch. */
export type DataSet = AsyncIterable<UserBatch> | Iterable<UserBatch>;

/** Where the batches of an epoch come from. */
export interface DataSource {
  /** Batches an epoch, if known before. */
  readonly steps: number | undefined;
  /** The arrays behind them, if they are all in memory. */
  readonly whole?: WholeData;
  batches(shuffle: RandomState | null): AsyncIterable<Batch> | Iterable<Batch>;
  /** Ends what is still open, where an epoch does not end with the data. */
  close?(): Promise<void>;
}

/** Arrays in memory, gathered into batches. */
export function arraySource(data: Batch, batchSize: number): DataSource {
  const whole = new WholeData(data, batchSize);
  const { size, steps } = whole;
  return {
    steps,
    whole,
    *batches(shuffle) {
      const order = whole.order(shuffle);
      for (let step = 0; step < steps; step++) {
        const start = step * batchSize;
        const end = Math.min(start + batchSize, size);
        const pick = (array: NdArray): NdArray =>
          order === null ? array.rows(start, end) : gatherRows(array, order.subarray(start, end));
        yield mapBatch(data, pick);
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
