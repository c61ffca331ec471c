import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, expandDims, pad, reshape, squeeze, transpose } from '@tensorflow/tfjs-core';
import { withChannelsLast } from '../../internal/channels-last.js';
import { sizesOf } from '../../internal/sizes-of.js';
import { type Windows, samePadding, takeWindows, windowCount } from '../../internal/windows.js';
import type { ImageOptions } from './on-images.js';

type Sizes = number | readonly number[];

export interface ExtractOptions extends ImageOptions {
  /** How large a patch is along each axis. */
  readonly size: Sizes;
  /** Steps from patch to patch. @defaultValue the size of a patch */
  readonly strides?: Sizes | null;
  /** Distance between the pixels of a patch. @defaultValue 1 */
  readonly dilationRate?: Sizes;
  /** `same`: zeros around, so that patches begin at every step. @defaultValue 'valid' */
  readonly padding?: 'valid' | 'same';
}

/** The patches of images or volumes with `axes` spatial axes, each as one row of channels. */
export function extract(who: string, x: Tensor, axes: number, options: ExtractOptions): Tensor {
  if (x.rank === axes + 1) return squeeze(extract(who, expandDims(x, 0), axes, options), [0]);
  if (x.rank !== axes + 2) {
    throw new ShapeError({ who, expected: `${axes + 1} axes or ${axes + 2}`, got: formatShape(x.shape) });
  }
  return withChannelsLast(x, options.dataFormat, (last) => extractLast(last, axes, options));
}

function extractLast(x: Tensor, axes: number, options: ExtractOptions): Tensor {
  const { size, strides, dilationRate = 1, padding = 'valid' } = options;
  const sizes = sizesOf(size, axes);
  const steps = sizesOf(strides ?? size, axes);
  const rates = sizesOf(dilationRate, axes);
  const windows = Array.from({ length: axes }, (_, i): Windows => ({
    size: sizes[i] ?? 1,
    stride: steps[i] ?? 1,
    dilation: rates[i] ?? 1,
  }));
  const padded =
    padding === 'same'
      ? pad(x, [[0, 0], ...windows.map((one, i) => samePadding(x.shape[i + 1] ?? 0, one)), [0, 0]])
      : x;
  const taken = windows.reduce((y, one, i) => takeWindows(y, i + 1, one), padded);
  const counts = windows.map((one, i) => windowCount(padded.shape[i + 1] ?? 0, one));
  const [batch = 0] = x.shape;
  const channels = x.shape.at(-1) ?? 0;
  const apart = reshape(taken, [batch, ...windows.flatMap((one, i) => [counts[i] ?? 0, one.size]), channels]);
  const order = [...windows.map((_, i) => 2 * i + 1), ...windows.map((_, i) => 2 * i + 2)];
  return reshape(transpose(apart, [0, ...order, 2 * axes + 1]), [batch, ...counts, -1]);
}
