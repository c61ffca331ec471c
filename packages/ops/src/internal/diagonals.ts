import {
  type Tensor,
  broadcastTo,
  gather,
  pad,
  reshape,
  tensor1d,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { moveaxis } from '../moveaxis.js';
import { maskOf } from './mask-of.js';

/** Which diagonal of which planes. */
export interface DiagonalPlace {
  /** 0 is the main one, positive ones lie above it. */
  readonly offset: number;
  readonly axis1: number;
  readonly axis2: number;
}

/** The elements of a diagonal, along a new last axis in the place of two axes. */
export function diagonalOf(x: Tensor, { offset, axis1, axis2 }: DiagonalPlace): Tensor {
  const planes = moveaxis(x, { source: [axis1, axis2], destination: [-2, -1] });
  const [rows = 1, columns = 1] = planes.shape.slice(-2);
  const [row, column] = [Math.max(-offset, 0), Math.max(offset, 0)];
  const length = Math.max(Math.min(rows - row, columns - column), 0);
  const places = Int32Array.from({ length }, (_, i) => (row + i) * columns + column + i);
  const flat = reshape(planes, [...planes.shape.slice(0, -2), rows * columns]);
  return gather(flat, tensor1d(places), planes.rank - 2);
}

/** The matrix with these elements on a diagonal, and zeros elsewhere. */
export function onDiagonal(x: Tensor, offset: number): Tensor {
  const size = x.size + Math.abs(offset);
  const columns = pad(x, [[Math.max(offset, 0), Math.max(-offset, 0)]]);
  const rows = broadcastTo(columns, [size, size]);
  return elementsWhere(rows, (row, column) => column - row === offset);
}

/** The elements of matrices where something holds of their row and column, and zeros elsewhere. */
export function elementsWhere(x: Tensor, holds: (row: number, column: number) => boolean): Tensor {
  const [rows = 1, columns = 1] = x.shape.slice(-2);
  return where(maskOf(rows, columns, holds), x, zerosLike(x));
}
