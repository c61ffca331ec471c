import { NumericError } from '@myelin/core';

/** A square matrix, row by row. */
export interface Square {
  readonly size: number;
  readonly values: Float64Array;
}

/** `a = q · t · qᵀ`: `q` is orthogonal, `t` upper triangular but for blocks of 2 × 2 with complex eigenvalues. */
export interface RealSchur {
  readonly t: Square;
  readonly q: Square;
}

/** So many steps without a new eigenvalue are a failure; after every tenth a step out of the ordinary helps. */
const mostSteps = 300;
const patience = 10;

/**
 * The real Schur form, by Householder's reduction to Hessenberg form and implicit QR steps with two shifts.
 *
 * @throws NumericError where it does not converge, which no matrix is known for.
 * @see Golub and Van Loan, Matrix Computations, algorithms 7.4.2, 7.5.1 and 7.5.2; Francis, 1961.
 */
export function realSchur(a: Square): RealSchur {
  const size = a.size;
  const t = { size, values: a.values.slice() };
  const q = { size, values: Float64Array.from(a.values, (_, i) => (i % (size + 1) === 0 ? 1 : 0)) };
  const norm = Math.sqrt(a.values.reduce((sum, x) => sum + x * x, 0));
  toHessenberg(t, q);
  let steps = 0;
  for (let last = size - 1; last > 0;) {
    const first = startOfBlock(t, last, norm);
    if (first >= last - 1) {
      if (first === last - 1) splitBlock(t, q, first);
      last = first - 1;
      steps = 0;
      continue;
    }
    if (++steps > mostSteps) {
      throw new NumericError({
        who: 'eig',
        expected: 'eigenvalues after some steps',
        got: `none after ${mostSteps}`,
      });
    }
    francisStep(t, q, first, last, steps % patience === 0);
  }
  return { t, q };
}

/** Makes everything below the first subdiagonal zero. */
function toHessenberg(t: Square, q: Square): void {
  const { size, values } = t;
  for (let column = 0; column < size - 2; column++) {
    const below = Array.from(
      { length: size - column - 1 },
      (_, i) => values[(column + 1 + i) * size + column] as number,
    );
    reflect(t, q, column + 1, below);
    for (let row = column + 2; row < size; row++) values[row * size + column] = 0;
  }
}

/** The first row of the block that ends at `last` and hangs together; the element before it becomes zero. */
function startOfBlock({ size, values }: Square, last: number, norm: number): number {
  let row = last;
  for (; row > 0; row--) {
    const diagonal =
      Math.abs(values[(row - 1) * (size + 1)] as number) + Math.abs(values[row * (size + 1)] as number);
    const below = row * size + row - 1;
    if (Math.abs(values[below] as number) > Number.EPSILON * (diagonal === 0 ? norm : diagonal)) continue;
    values[below] = 0;
    break;
  }
  return row;
}

/** Makes a block of 2 × 2 triangular if its eigenvalues are real. */
function splitBlock(t: Square, q: Square, row: number): void {
  const { half, discriminant, below } = blockAt(t, row);
  if (discriminant < 0) return;
  // An eigenvector of the block: what turns it into the first axis makes the block triangular.
  reflect(t, q, row, [half + (half < 0 ? -1 : 1) * Math.sqrt(discriminant), below]);
  t.values[(row + 1) * t.size + row] = 0;
}

/** The eigenvalues of a block of 2 × 2 are `mean ± √discriminant`; `half` is half the difference on its diagonal. */
export function blockAt(
  { size, values }: Square,
  row: number,
): { mean: number; half: number; discriminant: number; above: number; below: number } {
  const at = row * (size + 1);
  const [a = 0, above = 0, below = 0, d = 0] = [
    values[at],
    values[at + 1],
    values[at + size],
    values[at + size + 1],
  ];
  const half = (a - d) / 2;
  return { mean: (a + d) / 2, half, discriminant: half * half + above * below, above, below };
}

/** One QR step with the two eigenvalues of the last 2 × 2 as shifts, on the rows from `first` to `last`. */
function francisStep(t: Square, q: Square, first: number, last: number, isOdd: boolean): void {
  const { size, values } = t;
  const at = (row: number, column: number): number => values[row * size + column] as number;
  const { mean, half, above, below } = blockAt(t, last - 1);
  const off = Math.abs(at(last, last - 1)) + Math.abs(at(last - 1, last - 2));
  const sum = isOdd ? 1.5 * off : 2 * mean;
  const product = isOdd ? off * off : (mean - half) * (mean + half) - above * below;
  const [a, b] = [at(first, first), at(first + 1, first)];
  let bulge = [
    a * (a - sum) + product + at(first, first + 1) * b,
    b * (a + at(first + 1, first + 1) - sum),
    b * at(first + 2, first + 1),
  ];
  for (let row = first; row < last; row++) {
    reflect(t, q, row, bulge);
    if (row > first) {
      for (let i = 1; i < bulge.length; i++) values[(row + i) * size + row - 1] = 0;
    }
    bulge = [row + 1, row + 2, row + 3].filter((i) => i <= last).map((i) => at(i, row));
  }
}

/** Turns `t` and `q` by the reflection that brings a vector, which starts at a row, to the axis of that row. */
function reflect(t: Square, q: Square, first: number, vector: readonly number[]): void {
  const length = Math.hypot(...vector);
  if (length === 0 || vector.length < 2) return;
  const [head = 0, ...rest] = vector;
  const v = [(head + (head < 0 ? -length : length)) / length, ...rest.map((x) => x / length)];
  const scale = 2 / v.reduce((sum, x) => sum + x * x, 0);
  const { size } = t;
  const apply = (values: Float64Array, start: number, step: number): void => {
    let dot = 0;
    for (let i = 0; i < v.length; i++) dot += (v[i] as number) * (values[start + i * step] as number);
    for (let i = 0; i < v.length; i++) (values[start + i * step] as number) -= scale * dot * (v[i] as number);
  };
  for (let column = 0; column < size; column++) apply(t.values, first * size + column, size);
  for (let row = 0; row < size; row++) {
    apply(t.values, row * size + first, 1);
    apply(q.values, row * size + first, 1);
  }
}
