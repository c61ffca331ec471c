import { NdArray } from '@myelin/core';
import { type Interpolation, type Taps, tapsOf } from './interpolation.js';

/**
 * An image of another size, `[height, width, channels]` uint8 → float32 `[size[0], size[1], channels]`.
 *
 * Old rows that are needed are first brought to the new width; each new row is a sum of such rows.
 *
 * @see TensorFlow `tf.image.resize`
 */
export function resizeImage(
  image: NdArray,
  size: readonly [height: number, width: number],
  interpolation: Interpolation,
): NdArray {
  const [oldHeight = 0, oldWidth = 0, channels = 0] = image.shape;
  const [height, width] = size;
  const columns = tapsOf(interpolation, oldWidth, width);
  const lines: Float32Array[] = [];
  const lineOf = (row: number): Float32Array =>
    (lines[row] ??= resizeRow(image.rows(row, row + 1).data as Uint8Array, columns, channels));
  const to = new Float32Array(height * width * channels);
  tapsOf(interpolation, oldHeight, height).forEach(({ first, weights }, y) => {
    const into = to.subarray(y * width * channels, (y + 1) * width * channels);
    weights.forEach((weight, i) => {
      addScaled(into, lineOf(first + i), weight);
    });
  });
  return new NdArray(to, [height, width, channels]);
}

function resizeRow(row: Uint8Array, columns: readonly Taps[], channels: number): Float32Array {
  const line = new Float32Array(columns.length * channels);
  columns.forEach(({ first, weights }, x) => {
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] ?? 0;
      for (let channel = 0; channel < channels; channel++) {
        const place = x * channels + channel;
        line[place] = (line[place] ?? 0) + weight * (row[(first + i) * channels + channel] ?? 0);
      }
    }
  });
  return line;
}

function addScaled(into: Float32Array, line: Float32Array, weight: number): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + weight * (line[i] ?? 0);
}
