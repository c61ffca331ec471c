import { NdArray } from '@myelin/core';
import type { Interpolation } from './interpolation.js';
import { resizeImage } from './resize-image.js';

/**
 * An image in its own proportions, as large as `size` has room for, with zeros on both sides: `[height, width, channels]`
 * uint8 → float32 `[size[0], size[1], channels]`.
 *
 * In float32, as TensorFlow rounds, and so it may end a pixel earlier than it needs to. Nothing gets lower or narrower than a
 * pixel, where TensorFlow fails.
 *
 * @see TensorFlow `tf.image.resize_with_pad`
 */
export function resizeWithPad(
  image: NdArray,
  size: readonly [height: number, width: number],
  interpolation: Interpolation,
): NdArray {
  const [oldHeight = 0, oldWidth = 0, channels = 0] = image.shape;
  const [height, width] = size;
  const ratio = Math.fround(Math.max(oldHeight / height, oldWidth / width));
  const [top, rows] = placeIn(height, Math.fround(oldHeight / ratio));
  const [left, columns] = placeIn(width, Math.fround(oldWidth / ratio));
  const inner = resizeImage(image, [rows, columns], interpolation);
  const to = new Float32Array(height * width * channels);
  for (let y = 0; y < rows; y++) {
    to.set(inner.rows(y, y + 1).data as Float32Array, ((top + y) * width + left) * channels);
  }
  return new NdArray(to, [height, width, channels]);
}

/** Where in `room` pixels the first of `length` lies, and how many whole ones these are. */
function placeIn(room: number, length: number): [start: number, pixels: number] {
  return [Math.max(0, Math.floor(Math.fround(room - length) / 2)), Math.max(1, Math.floor(length))];
}
