import { NdArray } from '@myelin/core';

/** Mean and variance of each column of `[n, columns]`. */
export interface ColumnStatistics {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/** Computed in doubles, of all rows (divided by n), for `[n]` too; the variance of a constant column is 1, so that it becomes 0. */
export function columnStatistics(x: NdArray): ColumnStatistics {
  const [rows = 0, columns = 1] = x.shape;
  const values = x.data as Float32Array;
  const average = (column: number, f: (value: number) => number): number => {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += f(values[row * columns + column] ?? 0);
    return sum / rows;
  };
  const mean = Float32Array.from({ length: columns }, (_, column) => average(column, (value) => value));
  const variance = Float32Array.from(
    { length: columns },
    (_, column) => average(column, (value) => (value - (mean[column] ?? 0)) ** 2) || 1,
  );
  return { mean, variance };
}

/** Brings every column to mean 0 and variance 1, by the statistics of the rows that are learned from. */
export function standardize(x: NdArray, { mean, variance }: ColumnStatistics): NdArray {
  const columns = mean.length;
  const scaled = Float32Array.from(x.data as Float32Array, (value, i) => {
    const column = i % columns;
    return (value - (mean[column] ?? 0)) / Math.sqrt(variance[column] ?? 1);
  });
  return new NdArray(scaled, x.shape);
}

/** What was standardized, in its own units again. */
export function restore(x: NdArray, { mean, variance }: ColumnStatistics): NdArray {
  const columns = mean.length;
  const values = Float32Array.from(x.data as Float32Array, (value, i) => {
    const column = i % columns;
    return value * Math.sqrt(variance[column] ?? 1) + (mean[column] ?? 0);
  });
  return new NdArray(values, x.shape);
}
