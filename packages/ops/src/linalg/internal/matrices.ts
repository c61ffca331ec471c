import { type Tensor, expandDims, matMul, mul, sum, tensor2d, transpose } from '@tensorflow/tfjs-core';

/** A constant matrix, element by element. */
function constant(rows: number, columns: number, at: (i: number, j: number) => boolean): Tensor {
  const values = Float32Array.from({ length: rows * columns }, (_, place) =>
    Number(at(Math.floor(place / columns), place % columns)),
  );
  return tensor2d(values, [rows, columns]);
}

/** Ones on the diagonal. */
export function identity(rows: number, columns: number = rows): Tensor {
  return constant(rows, columns, (i, j) => i === j);
}

/** Ones on the diagonal and below it, or from the given diagonal on. */
export function lowerOnes(rows: number, columns: number = rows, diagonal = 0): Tensor {
  return constant(rows, columns, (i, j) => j - i <= diagonal);
}

/** Ones on the diagonal and above it, or from the given diagonal on. */
export function upperOnes(rows: number, columns: number = rows, diagonal = 0): Tensor {
  return constant(rows, columns, (i, j) => j - i >= diagonal);
}

/** Matrices with their last two axes exchanged. */
export function adjoint(x: Tensor): Tensor {
  const axes = x.shape.map((_, i) => i);
  return transpose(x, [...axes.slice(0, -2), x.rank - 1, x.rank - 2]);
}

/** The diagonals of square matrices or of others. */
export function diagonalOf(x: Tensor): Tensor {
  const [rows = 0, columns = 0] = x.shape.slice(-2);
  const diagonal = sum(mul(x, identity(rows, columns)), rows <= columns ? -1 : -2);
  return diagonal;
}

/** `a · bᵀ` for vectors. */
export function outer(a: Tensor, b: Tensor): Tensor {
  return mul(expandDims(a, -1), expandDims(b, -2));
}

/** `x · v` for a matrix and a vector. */
export function times(x: Tensor, v: Tensor): Tensor {
  return sum(mul(x, expandDims(v, -2)), -1);
}

/** Products from left to right; `[m, n]` matrices among `[batch, m, n]` count for all. */
export function product(first: Tensor, ...others: readonly Tensor[]): Tensor {
  return others.reduce((a, b) => matMul(a, b), first);
}
