import { NdArray } from '@myelin/core';

/**
 * The largest part from the middle of an image whose proportions are those of `size`, `[height, width, channels]` uint8.
 *
 * @see Keras `keras.preprocessing.image.smart_resize`
 */
export function cropToAspectRatio(image: NdArray, size: readonly [height: number, width: number]): NdArray {
  const [oldHeight = 0, oldWidth = 0, channels = 0] = image.shape;
  const height = Math.max(1, Math.min(oldHeight, Math.floor((oldWidth * size[0]) / size[1])));
  const width = Math.max(1, Math.min(oldWidth, Math.floor((oldHeight * size[1]) / size[0])));
  const top = Math.floor((oldHeight - height) / 2);
  const left = Math.floor((oldWidth - width) / 2);
  const from = image.data as Uint8Array;
  const to = new Uint8Array(height * width * channels);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * oldWidth + left) * channels;
    to.set(from.subarray(start, start + width * channels), y * width * channels);
  }
  return new NdArray(to, [height, width, channels]);
}
