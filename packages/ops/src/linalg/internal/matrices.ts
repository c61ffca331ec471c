import { type Tensor, add, expandDims, mul, sum, transpose, zerosLike } from '@tensorflow/tfjs-core';
import { maskOf } from '../../internal/mask-of.js';

/** Ones on the diagonal. */
export function identity(rows: number, columns: number = rows): Tensor {
  return maskOf(rows, columns, (i, j) => i === j, 'float32');
}

/** An identity for each of square matrices `[batch, n, n]`. */
export function identities(a: Tensor): Tensor {
  return add(zerosLike(a), identity(a.shape.at(-1) ?? 0));
}

/** Ones on the diagonal and below it. */
export function lowerOnes(size: number): Tensor {
  return maskOf(size, size, (i, j) => j <= i, 'float32');
}

/** Ones on the diagonal and above it, or from the given diagonal on. */
export function upperOnes(rows: number, columns: number = rows, diagonal = 0): Tensor {
  return maskOf(rows, columns, (i, j) => j - i >= diagonal, 'float32');
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
