/** Eigenvalues from the largest to the smallest, and the unit vectors that belong to them, in rows. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

const mostSweeps = 60;

/**
 * All eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations: each makes one element beside the
 * diagonal zero, until all are. The matrix is overwritten.
 *
 * @see Golub and Van Loan, "Matrix Computations", 4th edition, algorithm 8.5.2
 */
export function jacobi(matrix: readonly Float64Array[]): Eigen {
  const n = matrix.length;
  const vectors = matrix.map((_, i) => Float64Array.from({ length: n }, (__, j) => Number(i === j)));
  for (let sweep = 0; sweep < mostSweeps && !isDiagonal(matrix); sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(matrix, vectors, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => at(matrix, b, b) - at(matrix, a, a));
  return {
    values: Float64Array.from(order, (i) => at(matrix, i, i)),
    vectors: order.map((i) => vectors[i] as Float64Array),
  };
}

const at = (matrix: readonly Float64Array[], i: number, j: number): number => matrix[i]?.[j] ?? 0;

function isDiagonal(matrix: readonly Float64Array[]): boolean {
  let [beside, on] = [0, 0];
  matrix.forEach((row, i) => {
    row.forEach((value, j) => {
      if (i === j) on += value * value;
      else beside += value * value;
    });
  });
  return beside <= 1e-30 * on;
}

/** Turns rows and columns p and q so that the element where they meet becomes 0. */
function rotate(
  matrix: readonly Float64Array[],
  vectors: readonly Float64Array[],
  p: number,
  q: number,
): void {
  const crossing = at(matrix, p, q);
  if (crossing === 0) return;
  const slope = (at(matrix, q, q) - at(matrix, p, p)) / (2 * crossing);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(1 + slope * slope));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (const rows of [matrix, vectors]) {
    turn(rows[p] as Float64Array, rows[q] as Float64Array, cosine, sine);
  }
  for (const row of matrix) {
    const [a = 0, b = 0] = [row[p], row[q]];
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  }
}

function turn(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < a.length; i++) {
    const [x = 0, y = 0] = [a[i], b[i]];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}
