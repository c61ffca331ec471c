import { ArgumentError, NdArray, ShapeError, formatShape } from '@myelin/core';
import { leadingEigenvectors } from './leading-eigenvectors.js';

/** Options of {@link pca}. */
export interface PcaOptions {
  /** How many directions: from 1 to the smaller side of the table. */
  readonly components: number;
}

/** The directions in which rows differ most. */
export interface Pca {
  /** Of each column. */
  readonly mean: Float32Array;
  /** `[components, columns]`: unit vectors at right angles, the one with the largest variance first. */
  readonly components: NdArray;
  /** Of the rows along each direction: `Σ z² / (n - 1)`. */
  readonly variance: Float32Array;
}

/**
 * Principal component analysis: of all planes of that dimension, the one from which the rows are least far away.
 *
 * `components` are the eigenvectors of the covariance `Σ (x - mean)(x - mean)ᵀ / (n - 1)` with the largest eigenvalues,
 * computed in doubles; the largest element of each is positive. A column that is constant costs nothing. Where the rows
 * span fewer directions than are asked for, the others are 0.
 *
 * Input `[n, columns]` → `components [components, columns]`.
 *
 * @example
 * ```ts
 * const { components, variance } = pca(NdArray.from([[0, 0], [3, 4], [6, 8]]), { components: 1 });
 * components.toArray(); // [[0.6, 0.8]]
 * variance[0];          // 25
 * ```
 * @throws ShapeError for what is no table; ArgumentError for a number of components that it does not have.
 * @see scikit-learn `sklearn.decomposition.PCA`; Pearson, 1901; Hotelling, 1933
 */
export function pca(x: NdArray, { components: count }: PcaOptions): Pca {
  const [rows = 0, columns = 0] = x.shape;
  if (x.rank !== 2) {
    throw new ShapeError({ who: 'pca', expected: 'a table [n, columns]', got: formatShape(x.shape) });
  }
  if (!Number.isInteger(count) || count < 1 || count > Math.min(rows, columns)) {
    throw new ArgumentError({
      who: 'pca',
      expected: `from 1 to ${Math.min(rows, columns)} components for a table of ${rows} rows and ${columns} columns`,
      got: String(count),
    });
  }
  const all = Array.from({ length: columns }, (_, column) =>
    Float64Array.from({ length: rows }, (__, row) => Number(x.data[row * columns + column])),
  );
  const mean = all.map((values) => values.reduce((sum, value) => sum + value, 0) / rows);
  const varying = all.flatMap((values, i) => (values.every((value) => value === values[0]) ? [] : [i]));
  const centred = varying.map((i) => (all[i] as Float64Array).map((value) => value - (mean[i] ?? 0)));
  const { values, vectors } = leadingEigenvectors(covariance(centred), count);
  const components = new Float32Array(count * columns);
  vectors.forEach((vector, i) => {
    const sign = Math.max(...vector) < -Math.min(...vector) ? -1 : 1;
    varying.forEach((column, j) => {
      components[i * columns + column] = sign * (vector[j] ?? 0);
    });
  });
  const variance = new Float32Array(count);
  variance.set(values);
  return {
    mean: Float32Array.from(mean),
    components: new NdArray(components, [count, columns]),
    variance,
  };
}

type Four<T> = [T, T, T, T];

/** `Σ a b / (n - 1)` for each pair of columns. */
function covariance(columns: readonly Float64Array[]): Float64Array[] {
  const matrix = columns.map(() => new Float64Array(columns.length));
  columns.forEach((a, i) => {
    for (let j = 0; j <= i; j += 4) {
      const [b = a, c = a, d = a, e = a] = columns.slice(j, j + 4);
      dots(a, b, c, d, e).forEach((sum, k) => {
        if (j + k > i) return;
        const value = sum / (a.length - 1);
        (matrix[i] as Float64Array)[j + k] = value;
        (matrix[j + k] as Float64Array)[i] = value;
      });
    }
  });
  return matrix;
}

/** The scalar products of a column with four: side by side they take half the time. */
function dots(a: Float64Array, ...[b, c, d, e]: Four<Float64Array>): Four<number> {
  let [byB, byC, byD, byE] = [0, 0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    const value = a[row] ?? 0;
    byB += value * (b[row] ?? 0);
    byC += value * (c[row] ?? 0);
    byD += value * (d[row] ?? 0);
    byE += value * (e[row] ?? 0);
  }
  return [byB, byC, byD, byE];
}

/**
 * Where rows lie along the directions of a {@link Pca}: `z = (x - mean) · componentsᵀ`.
 *
 * `[n, columns]` → `[n, components]`.
 *
 * @example
 * ```ts
 * const x = NdArray.from([[0, 0], [3, 4], [6, 8]]);
 * project(x, pca(x, { components: 1 })).toArray(); // [[-5], [0], [5]]
 * ```
 * @see scikit-learn `PCA.transform`
 */
export function project(x: NdArray, { mean, components }: Pca): NdArray {
  const [count = 0, columns = 0] = components.shape;
  const rows = x.size / columns;
  const directions = components.data as Float32Array;
  const values = x.data as Float32Array;
  const codes = new Float32Array(rows * count);
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) row[j] = (values[i * columns + j] ?? 0) - (mean[j] ?? 0);
    for (let k = 0; k < count; k++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += (row[j] ?? 0) * (directions[k * columns + j] ?? 0);
      codes[i * count + k] = sum;
    }
  }
  return new NdArray(codes, [rows, count]);
}

/**
 * The points of the plane of a {@link Pca} that codes stand for: `x = mean + z · components`.
 *
 * `[n, components]` → `[n, columns]`.
 *
 * @example
 * ```ts
 * const line = pca(NdArray.from([[0, 0], [3, 4], [6, 8]]), { components: 1 });
 * unproject(NdArray.from([[10]]), line).toArray(); // [[9, 12]]
 * ```
 * @see scikit-learn `PCA.inverse_transform`
 */
export function unproject(codes: NdArray, { mean, components }: Pca): NdArray {
  const [count = 0, columns = 0] = components.shape;
  const rows = codes.size / count;
  const directions = components.data as Float32Array;
  const z = codes.data as Float32Array;
  const points = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = mean[j] ?? 0;
      for (let k = 0; k < count; k++) sum += (z[i * count + k] ?? 0) * (directions[k * columns + j] ?? 0);
      points[i * columns + j] = sum;
    }
  }
  return new NdArray(points, [rows, columns]);
}
