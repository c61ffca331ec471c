import { NdArray, shapeSize } from '@myelin/core';

/**
 * Images of bytes as networks take them: `byte / 255`, numbers from 0 to 1.
 *
 * With `exampleShape` each example gets another shape: `[784]` for layers that take vectors, `[28, 28, 1]` for convolutions.
 *
 * Any shape of whole numbers from 0 to 255 → float32 of that shape, or `[n, ...exampleShape]`.
 *
 * @example
 * ```ts
 * const images = new NdArray(Uint8Array.of(0, 51, 255, 102), [1, 2, 2]);
 * scalePixels(images).toArray();      // [[[0, 0.2], [1, 0.4]]]
 * scalePixels(images, [4]).toArray(); // [[0, 0.2, 1, 0.4]]
 * ```
 * @see Keras `keras.layers.Rescaling`, which does the same within a model
 */
export function scalePixels(images: NdArray, exampleShape?: readonly number[]): NdArray {
  const scaled = Float32Array.from(images.data as Uint8Array, (byte) => byte / 255);
  if (exampleShape === undefined) return new NdArray(scaled, images.shape);
  return new NdArray(scaled, [scaled.length / shapeSize(exampleShape), ...exampleShape]);
}
