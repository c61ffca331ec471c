import { ArgumentError, type ArrayLike, NdArray } from '@myelin/core';
import { gatherRows } from '../arrays/gather-rows.js';
import type { Dataset } from './dataset.js';
import { fromGenerator } from './from-generator.js';

export interface TimeseriesOptions {
  /** Number of steps of each window. */
  readonly sequenceLength: number;
  /** Steps from the start of one window to the start of the next. Default 1. */
  readonly sequenceStride?: number;
  /** Steps from one element of a window to the next. Default 1. */
  readonly samplingRate?: number;
  /** Windows a batch; `null` for single windows. Default 128. */
  readonly batchSize?: number | null;
  /** Whether the windows come in random order, another one each pass. Default false. */
  readonly shuffle?: boolean;
  /** Makes the shuffle repeatable. Default: the seed that `setSeed` set. */
  readonly seed?: number;
  /** First row to be used. Default 0. */
  readonly startIndex?: number;
  /** Row to stop before. Default: the number of rows. */
  readonly endIndex?: number;
}

/**
 * Sliding windows over rows in order of time: window `i` holds rows `s, s + r, s + 2r, ...` with
 * `s = i · sequenceStride` and `r = samplingRate`; its target is row `s` of `targets`.
 *
 * To predict what follows a window, pass targets shifted by its length: `series.slice(length)`.
 *
 * Input: data `[rows, ...]` and targets `[rows, ...]` → batches `x [batch, sequenceLength, ...]` and `y [batch, ...]`;
 * without targets (`null`) only `x`.
 *
 * @example
 * ```ts
 * const windows = timeseriesDatasetFromArray([1, 2, 3, 4], [30, 40], { sequenceLength: 2 });
 * const seen = [];
 * for await (const { x, y } of windows) seen.push(x.toArray(), y.toArray());
 * seen; // [[[1, 2], [2, 3]], [30, 40]]
 * ```
 * @see Keras `keras.utils.timeseries_dataset_from_array`
 */
export function timeseriesDatasetFromArray(
  data: ArrayLike,
  targets: null,
  options: TimeseriesOptions,
): Dataset<{ x: NdArray }>;
export function timeseriesDatasetFromArray(
  data: ArrayLike,
  targets: ArrayLike,
  options: TimeseriesOptions,
): Dataset<{ x: NdArray; y: NdArray }>;
export function timeseriesDatasetFromArray(
  data: ArrayLike,
  targets: ArrayLike | null,
  options: TimeseriesOptions,
): Dataset<{ x: NdArray; y?: NdArray }> {
  const {
    sequenceLength,
    sequenceStride = 1,
    samplingRate = 1,
    batchSize = 128,
    shuffle = false,
    seed,
  } = options;
  const series = NdArray.from(data);
  const labels = targets === null ? undefined : NdArray.from(targets);
  const rows = series.shape[0] ?? 0;
  const { startIndex: start = 0, endIndex: end = rows } = options;
  checkWhole('sequenceLength', sequenceLength, 1, Infinity);
  checkWhole('sequenceStride', sequenceStride, 1, rows - 1);
  checkWhole('samplingRate', samplingRate, 1, rows - 1);
  checkWhole('startIndex', start, 0, rows - 1);
  checkWhole('endIndex', end, start + 1, rows);

  const places = Math.min(
    end - start - (sequenceLength - 1) * samplingRate,
    labels === undefined ? Infinity : (labels.shape[0] ?? 0) - start,
  );
  const count = Math.max(0, Math.ceil(places / sequenceStride));
  const window = (i: number): { x: NdArray; y?: NdArray } => {
    const first = start + i * sequenceStride;
    const x = gatherRows(
      series,
      Array.from({ length: sequenceLength }, (_, step) => first + step * samplingRate),
    );
    return labels === undefined
      ? { x }
      : { x, y: labels.rows(first, first + 1).reshape(labels.shape.slice(1)) };
  };
  const order = fromGenerator(() => Array(count).keys(), count);
  const shuffledOrder = shuffle
    ? order.shuffle(Math.max(1, count), seed === undefined ? {} : { seed })
    : order;
  const windows = shuffledOrder.map(window);
  return batchSize === null ? windows : windows.batch(batchSize);
}

function checkWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const upTo = most === Infinity ? 'up' : `to ${most}`;
  throw new ArgumentError({
    who: 'timeseriesDatasetFromArray',
    expected: `${name} to be a whole number from ${least} ${upTo}`,
    got: String(value),
  });
}
