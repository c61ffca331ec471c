import { NdArray } from '@myelin/core';

/** Mean and variance of each column of `[n, columns]`. */
export interface ColumnStatistics {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/**
 * The mean and the variance of each column: `mean = Σ x / n`, `variance = Σ (x - mean)² / n`.
 *
 * Computed in doubles. The variance of a constant column is 1, so that standardized it becomes 0.
 *
 * Input `[n, columns]` or `[n]` → `mean [columns]`, `variance [columns]`.
 *
 * @example
 * ```ts
 * const { mean, variance } = columnStatistics(NdArray.from([[1, 10], [3, 10]]));
 * Array.from(mean);     // [2, 10]
 * Array.from(variance); // [1, 1]
 * ```
 */
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

/**
 * Brings every column to mean 0 and variance 1: `(x - mean) / √variance`.
 *
 * Take the statistics of the rows that are learned from, for the others, too.
 *
 * @example
 * ```ts
 * const x = NdArray.from([[1, 10], [3, 10]]);
 * standardize(x, columnStatistics(x)).toArray(); // [[-1, 0], [1, 0]]
 * ```
 * @see Keras `keras.layers.Normalization`, which does the same within a model
 */
export function standardize(x: NdArray, { mean, variance }: ColumnStatistics): NdArray {
  const columns = mean.length;
  const scaled = Float32Array.from(x.data as Float32Array, (value, i) => {
    const column = i % columns;
    return (value - (mean[column] ?? 0)) / Math.sqrt(variance[column] ?? 1);
  });
  return new NdArray(scaled, x.shape);
}

/**
 * What was standardized, in its own units again: `x · √variance + mean`.
 *
 * @example
 * ```ts
 * const y = NdArray.from([20, 40]);
 * unstandardize(NdArray.from([-1, 1]), columnStatistics(y)).toArray(); // [20, 40]
 * ```
 */
export function unstandardize(x: NdArray, { mean, variance }: ColumnStatistics): NdArray {
  const columns = mean.length;
  const values = Float32Array.from(x.data as Float32Array, (value, i) => {
    const column = i % columns;
    return value * Math.sqrt(variance[column] ?? 1) + (mean[column] ?? 0);
  });
  return new NdArray(values, x.shape);
}
