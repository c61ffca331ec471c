import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, expandDims, pad, reshape, squeeze, transpose } from '@tensorflow/tfjs-core';
import { type Windows, takeWindows, windowCount } from '../../internal/windows.js';
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
  const spatial = Array.from({ length: axes }, (_, i) => i + 1);
  if (options.dataFormat === 'channels_first') {
    const last = transpose(x, [0, ...spatial.map((axis) => axis + 1), 1]);
    const patches = extract(who, last, axes, { ...options, dataFormat: null });
    return transpose(patches, [0, axes + 1, ...spatial]);
  }
  const { size, strides, dilationRate = 1, padding = 'valid' } = options;
  const of = (value: Sizes, axis: number): number =>
    typeof value === 'number' ? value : (value[axis - 1] ?? 1);
  const windows = spatial.map((axis): Windows => ({
    size: of(size, axis),
    stride: of(strides ?? size, axis),
    dilation: of(dilationRate, axis),
  }));
  const padded =
    padding === 'same'
      ? pad(x, [[0, 0], ...windows.map((one, i) => same(x.shape[i + 1] ?? 0, one)), [0, 0]])
      : x;
  const taken = windows.reduce((y, one, i) => takeWindows(y, i + 1, one), padded);
  const counts = windows.map((one, i) => windowCount(padded.shape[i + 1] ?? 0, one));
  const [batch = 0] = x.shape;
  const channels = x.shape.at(-1) ?? 0;
  const apart = reshape(taken, [batch, ...windows.flatMap((one, i) => [counts[i] ?? 0, one.size]), channels]);
  const order = [...spatial.map((axis) => 2 * axis - 1), ...spatial.map((axis) => 2 * axis)];
  return reshape(transpose(apart, [0, ...order, 2 * axes + 1]), [batch, ...counts, -1]);
}

/** Zeros before and after an axis, so that windows begin at every step. */
function same(length: number, { size, stride, dilation }: Windows): [number, number] {
  const missing = Math.max(0, (Math.ceil(length / stride) - 1) * stride + dilation * (size - 1) + 1 - length);
  return [Math.floor(missing / 2), Math.ceil(missing / 2)];
}
