import { NdArray } from '@myelin/core';

/** Pixels of one digit. */
export const pixels = 784;

/** `[n, 28, 28]` of 0 to 255 → `[n, 784]` of 0 to 1. */
export function digitInk(images: NdArray): NdArray {
  return new NdArray(
    Float32Array.from(images.data as Uint8Array, (value) => value / 255),
    [images.shape[0] ?? 0, pixels],
  );
}
