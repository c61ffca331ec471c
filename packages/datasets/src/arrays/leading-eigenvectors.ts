import { normalArray } from '@myelin/core';
import { type Eigen, jacobi } from './jacobi.js';

const tolerance = 1e-13;
const seed = 1;

/**
 * The largest eigenvalues of a symmetric matrix without negative ones, and their vectors, to the precision of doubles.
 *
 * Multiplies a block of directions by the matrix again and again, and finds the eigenvectors within the space that they
 * span, until no eigenvalue grows any more. The block is larger than what is wanted, so that this takes tens of steps.
 * Where the matrix has a lower rank, what is left over is 0, vectors and all.
 *
 * @see Golub and Van Loan, "Matrix Computations", 4th edition, section 8.2.4 with the acceleration of 8.2.5
 */
export function leadingEigenvectors(matrix: readonly Float64Array[], count: number): Eigen {
  const size = matrix.length;
  const block = Math.min(size, 2 * count + 8);
  const noise = normalArray({ seed, offset: 0 }, block * size);
  let found: Eigen = { values: new Float64Array(block), vectors: [] };
  let directions: Float64Array[] = Array.from({ length: block }, (_, i) =>
    Float64Array.from(noise.subarray(i * size, (i + 1) * size)),
  );
  for (let grows = true; grows;) {
    orthonormalize(directions);
    const images = directions.map((direction) => combine(direction, matrix));
    const within = jacobi(directions.map((a) => Float64Array.from(images, (b) => dot(a, b))));
    const vectors = within.vectors.map((weights) => combine(weights, directions));
    const most = within.values[0] ?? 0;
    grows = within.values
      .subarray(0, count)
      .some((value, i) => value - (found.values[i] ?? 0) > tolerance * most);
    found = { values: within.values, vectors };
    directions = within.vectors.map((weights) => combine(weights, images));
  }
  return { values: found.values.subarray(0, count), vectors: found.vectors.slice(0, count) };
}

/** `Σ weights[i] · rows[i]`. */
function combine(weights: Float64Array, rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  rows.forEach((row, i) => {
    addTimes(sum, weights[i] ?? 0, row);
  });
  return sum;
}

function addTimes(sum: Float64Array, factor: number, row: Float64Array): void {
  if (factor === 0) return;
  for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] ?? 0) + factor * (row[j] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Gram and Schmidt, each row twice: once leaves rounding errors. What has no part of its own becomes 0. */
function orthonormalize(rows: readonly Float64Array[]): void {
  rows.forEach((row, i) => {
    const before = Math.sqrt(dot(row, row));
    for (let time = 0; time < 2; time++) {
      for (const other of rows.slice(0, i)) addTimes(row, -dot(row, other), other);
    }
    const length = Math.sqrt(dot(row, row));
    const factor = length > 1e-10 * before ? 1 / length : 0;
    row.forEach((value, j) => {
      row[j] = value * factor;
    });
  });
}
