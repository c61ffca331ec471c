import { NdArray } from '@myelin/core';
import type { Examples } from '@myelin/datasets';

/** @internal Each image as one row of numbers from 0 to 1: `[n, height, width]` → `[n, height · width]`. */
export function flatImages({ x, y }: Examples): Examples {
  const pixels = Float32Array.from(x.data as Uint8Array, (value) => value / 255);
  return { x: new NdArray(pixels, [x.shape[0] ?? 0, x.size / (x.shape[0] ?? 1)]), y };
}
