import { sizesOf } from './sizes-of.js';
import type { Windows } from './windows.js';

type Pair = number | readonly [number, number];

export interface PatchOptions {
  /** Rows and columns of a patch. */
  readonly kernelSize: Pair;
  /** Distance between the elements of a patch. @defaultValue 1 */
  readonly dilation?: Pair;
  /** Zeros around the image, above and below, left and right. @defaultValue 0 */
  readonly padding?: Pair;
  /** Steps from patch to patch. @defaultValue 1 */
  readonly stride?: Pair;
}

/** Patches along both axes, and the zeros around them. */
export function patchesOf({ kernelSize, dilation = 1, padding = 0, stride = 1 }: PatchOptions): {
  windows: [Windows, Windows];
  padding: [number, number];
} {
  const [size, step, spread] = [pairOf(kernelSize), pairOf(stride), pairOf(dilation)];
  const along = (axis: 0 | 1): Windows => ({ size: size[axis], stride: step[axis], dilation: spread[axis] });
  return { windows: [along(0), along(1)], padding: pairOf(padding) };
}

/** Rows and columns. */
export function pairOf(value: number | readonly number[]): [number, number] {
  return sizesOf(value, 2) as [number, number];
}
