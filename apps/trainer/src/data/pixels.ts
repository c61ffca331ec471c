import { NdArray } from '@myelin/core';

/** Grey images of bytes as `[n, height, width, 1]` with pixels from 0 to 1. */
export function pixels(images: NdArray): NdArray {
  const scaled = Float32Array.from(images.data as Uint8Array, (value) => value / 255);
  return new NdArray(scaled, [...images.shape, 1]);
}
