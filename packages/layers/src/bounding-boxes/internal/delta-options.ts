import { ArgumentError } from '@myelin/core';
import { tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { BoundingBoxFormat } from '../convert-format.js';

/** Options of what turns boxes into offsets from anchors, and back. */
export interface DeltaOptions {
  /** How the anchors are written. */
  readonly anchorFormat: BoundingBoxFormat;
  /** How the boxes are written. */
  readonly boxFormat: BoundingBoxFormat;
  /** What the offsets are divided by, four numbers; null leaves them. @defaultValue null */
  readonly variance?: readonly number[] | null;
  /** Height, width and channels of the images, for relative formats. @defaultValue null */
  readonly imageShape?: readonly [number, number, number] | null;
}

/** The order in which offsets are written. */
export type DeltaFormat = 'center_xywh' | 'center_yxhw';

/** The variance as a tensor. @throws ArgumentError when it has other than four numbers. */
export function varianceOf(variance: readonly number[] | null, who: string): Tensor | null {
  if (variance === null) return null;
  if (variance.length === 4) return tensor(variance, 'float32');
  throw new ArgumentError({
    who,
    expected: '`variance` to have four numbers',
    got: JSON.stringify(variance),
  });
}

/** The size of images by its names, where it is known. */
export function extentOf(shape: DeltaOptions['imageShape']): { height?: number; width?: number } {
  return shape === null || shape === undefined ? {} : { height: shape[0], width: shape[1] };
}
