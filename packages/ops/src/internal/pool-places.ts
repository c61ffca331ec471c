import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import { type Tensor, type Tensor4D, expandDims, reshape, squeeze } from '@tensorflow/tfjs-core';
import type { PoolOptions, PoolSizes } from '../pool-options.js';
import { toFloat } from '../promote.js';
import { withChannelsLast } from './channels-last.js';
import { sizesOf } from './sizes-of.js';

/** A window on images. */
export interface ImageWindow {
  readonly size: [number, number];
  readonly strides: [number, number];
  readonly padding: 'valid' | 'same';
}

/** Pools images `[batch, height, width, channels]`. */
type PoolImages = (images: Tensor4D, window: ImageWindow) => Tensor;

/** A window on sequences, images or volumes: a size and a stride for each axis. */
interface Window {
  readonly size: readonly number[];
  readonly strides: readonly number[];
  readonly padding: 'valid' | 'same';
}

/**
 * Pools sequences, images or volumes by a function that pools images.
 *
 * @throws ShapeError for inputs of other ranks.
 * @throws ArgumentError for a window of another number of axes.
 */
export function poolPlaces(who: string, x: Tensor, options: PoolOptions, poolImages: PoolImages): Tensor {
  const { poolSize, strides, padding = 'valid', dataFormat } = options;
  const axes = x.rank - 2;
  const pool = [poolSequences, poolImagesOnly, poolVolumes][axes - 1];
  if (pool === undefined) {
    throw new ShapeError({
      who,
      expected: 'sequences, images or volumes, with 3 to 5 axes',
      got: formatShape(x.shape),
    });
  }
  const window = {
    size: windowSizes(poolSize, axes, who),
    strides: windowSizes(strides ?? poolSize, axes, who),
    padding,
  };
  return withChannelsLast(toFloat(x), dataFormat, (last) => pool(last, window, poolImages));
}

/** Sequences are images of one row. */
function poolSequences(x: Tensor, window: Window, poolImages: PoolImages): Tensor {
  const { size, strides, padding } = window;
  const row = { size: pair(1, size[0]), strides: pair(1, strides[0]), padding };
  return squeeze(poolImages(expandDims(x, 1), row), [1]);
}

function poolImagesOnly(x: Tensor, window: Window, poolImages: PoolImages): Tensor {
  const { size, strides, padding } = window;
  return poolImages(x as Tensor4D, { size: pair(...size), strides: pair(...strides), padding });
}

/**
 * Each slice for itself, and then across the slices: backends get windows of three axes wrong. Of equal elements the first
 * one stays the first.
 */
function poolVolumes(x: Tensor, { size, strides, padding }: Window, poolImages: PoolImages): Tensor {
  const [batch = 0, depth = 0, height = 0, width = 0, channels = 0] = x.shape;
  const slices = poolImages(reshape(x, [batch * depth, height, width, channels]), {
    size: pair(size[1], size[2]),
    strides: pair(strides[1], strides[2]),
    padding,
  });
  const [, rows = 0, columns = 0] = slices.shape;
  const pooled = poolImages(reshape(slices, [batch, depth, rows * columns, channels]), {
    size: pair(size[0], 1),
    strides: pair(strides[0], 1),
    padding,
  });
  return reshape(pooled, [batch, pooled.shape[1] ?? 0, rows, columns, channels]);
}

function pair(first = 1, second = 1): [number, number] {
  return [first, second];
}

function windowSizes(given: number | PoolSizes, axes: number, who: string): readonly number[] {
  const sizes = sizesOf(given, axes);
  if (sizes.length === axes) return sizes;
  throw new ArgumentError({
    who,
    expected: `a window and strides of one number or of ${axes}`,
    got: JSON.stringify(given),
  });
}
