import { NdArray } from '@myelin/core';
import {
  type ColumnStatistics,
  type TimeSeries,
  type TrainTest,
  columnStatistics,
  standardize,
  unstandardize,
} from '@myelin/datasets';

/** A series, and what is to be forecast of it. */
export interface ForecastTask {
  /** In what the first quantity, which is forecast, is counted. */
  readonly unit: string;
  /** Steps that a forecast is made from. */
  readonly window: number;
  /** Steps that are forecast at once. */
  readonly horizon: number;
  /** Steps after which things repeat: the naive forecast is what was that long before. */
  readonly season: number;
  /** Steps at the end that nothing is fitted on. */
  readonly testSteps: number;
  /** Steps from one window that is learned from to the next. @defaultValue 1 */
  readonly stride?: number;
  load(): Promise<TimeSeries>;
  /** What the network forecasts instead of the quantity `y`, for each step; NaN where there is none. */
  transform(y: readonly number[]): readonly number[];
  /** The quantity at a step from what the network says. */
  restore(z: number, step: number, y: readonly number[]): number;
  /** What the network sees besides, a list for each further quantity. */
  alongside?(series: TimeSeries): readonly (readonly number[])[];
}

/** A task in arrays. */
export interface PreparedForecast {
  /** `x [n, window, features]`, `y [n, horizon]`, of mean 0 and variance 1 before the test begins. */
  readonly data: TrainTest;
  /** For each test window: the steps that are forecast. */
  readonly steps: readonly (readonly number[])[];
  /** The quantity itself, at each step of the series. */
  readonly values: readonly number[];
  /** When each step of the series begins. */
  readonly times: readonly string[];
  /** What a network says to the test windows, in the unit of the quantity. */
  readonly inUnits: (predicted: NdArray) => readonly (readonly number[])[];
  /** Mean absolute error of forecasts of the test windows. */
  readonly error: (forecasts: readonly (readonly number[])[]) => number;
  /** Forecasts of the test windows by rule: what was `season` steps before, and the last value that was seen. */
  readonly seasonalNaive: readonly (readonly number[])[];
  readonly persistence: readonly (readonly number[])[];
}

/** Loads a series, transforms it and cuts it into windows, without a look at what comes after. */
export async function prepareForecast(task: ForecastTask): Promise<PreparedForecast> {
  const series = await task.load();
  const { window, horizon, season } = task;
  const length = series.times.length;
  const values = Array.from({ length }, (_, step) => Number(series.values.at(step, 0)));
  const columns = [task.transform(values), ...(task.alongside?.(series) ?? [])];
  const testStart = length - task.testSteps;
  const known = Array.from({ length: testStart }, (_, step) => step).filter((step) =>
    columns.every((column) => Number.isFinite(column[step])),
  );
  const statistics = columnStatistics(rowsOf(columns, known));
  const target = columnStatistics(rowsOf(columns.slice(0, 1), known));
  const all = standardize(rowsOf(columns, Array(length).keys()), statistics);

  const isWhole = (start: number): boolean =>
    range(start - window, start).every((step) => columns.every((column) => Number.isFinite(column[step]))) &&
    range(start, start + horizon).every((step) => Number.isFinite(columns[0]?.[step]));
  const starts = range(window, length - horizon + 1).filter(isWhole);
  const learned = starts.filter((start) => start + horizon <= testStart);
  const trainStarts = learned.filter((start) => (start - window) % (task.stride ?? 1) === 0);
  const testStarts = starts.filter((start) => start >= testStart);
  const steps = testStarts.map((start) => range(start, start + horizon));
  const at = (step: number): number => values[step] ?? NaN;
  return {
    data: { train: cut(all, trainStarts, task), test: cut(all, testStarts, task) },
    steps,
    values,
    times: series.times,
    inUnits: (predicted) => restoreAll(task, predicted, target, steps, values),
    error: (forecasts) => meanAbsoluteError(forecasts, steps, values),
    seasonalNaive: steps.map((ahead) => ahead.map((step) => at(step - season))),
    persistence: steps.map((ahead) => ahead.map(() => at((ahead[0] ?? 0) - 1))),
  };
}

function restoreAll(
  task: ForecastTask,
  predicted: NdArray,
  target: ColumnStatistics,
  steps: readonly (readonly number[])[],
  values: readonly number[],
): readonly (readonly number[])[] {
  // Every column is the same quantity, a step further.
  const flat = unstandardize(predicted.reshape([predicted.data.length, 1]), target).data;
  return steps.map((ahead, i) =>
    ahead.map((step, j) => task.restore(Number(flat[i * task.horizon + j]), step, values)),
  );
}

function meanAbsoluteError(
  forecasts: readonly (readonly number[])[],
  steps: readonly (readonly number[])[],
  values: readonly number[],
): number {
  const errors = steps.flatMap((ahead, i) =>
    ahead.map((step, j) => Math.abs((forecasts[i]?.[j] ?? NaN) - (values[step] ?? NaN))),
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

/** Windows before each start, and the first column from there on. */
function cut(
  rows: NdArray,
  starts: readonly number[],
  { window, horizon }: ForecastTask,
): { x: NdArray; y: NdArray } {
  const features = rows.shape[1] ?? 1;
  const x = new Float32Array(starts.length * window * features);
  const y = new Float32Array(starts.length * horizon);
  starts.forEach((start, i) => {
    x.set(rows.rows(start - window, start).data as Float32Array, i * window * features);
    range(start, start + horizon).forEach((step, j) => {
      y[i * horizon + j] = Number(rows.data[step * features]);
    });
  });
  return {
    x: new NdArray(x, [starts.length, window, features]),
    y: new NdArray(y, [starts.length, horizon]),
  };
}

function rowsOf(columns: readonly (readonly number[])[], steps: Iterable<number>): NdArray {
  const picked = Array.from(steps);
  const rows = picked.flatMap((step) => columns.map((column) => column[step] ?? NaN));
  return new NdArray(Float32Array.from(rows), [picked.length, columns.length]);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
