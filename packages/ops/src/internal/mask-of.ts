import { type Tensor, tensor2d } from '@tensorflow/tfjs-core';

/** A constant matrix: true or 1 where something holds of a row and a column. */
export function maskOf(
  rows: number,
  columns: number,
  holds: (row: number, column: number) => boolean,
  dtype: 'bool' | 'int32' | 'float32' = 'bool',
): Tensor {
  const values = Uint8Array.from({ length: rows * columns }, (_, i) =>
    Number(holds(Math.floor(i / columns), i % columns)),
  );
  return tensor2d(values, [rows, columns], dtype);
}
