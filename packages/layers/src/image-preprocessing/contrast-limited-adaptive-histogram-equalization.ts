import {
  add,
  cast,
  clip,
  cropImages,
  cumsum,
  divide,
  equal,
  minimum,
  multiply,
  ones,
  pad,
  reshape,
  segmentSum,
  split,
  subtract,
  sum,
  take,
  tensor,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Pair, positiveSizes } from '../internal/positive-sizes.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type ImageSize, sizeOf } from './internal/image-size.js';
import { type ValueRangeOption, bytes, toRange, valueRange } from './internal/value-range.js';
import type { ImageLayerConfig, ImageLayerFactory } from './labeled-images.js';

/** Options of {@link contrastLimitedAdaptiveHistogramEqualization}. */
export interface ContrastLimitedAdaptiveHistogramEqualizationConfig
  extends ImageLayerConfig, ValueRangeOption {
  /** How many times the mean a value may be counted; what is above is spread over all values. 0 sets no limit. @defaultValue 4 */
  clipLimit?: number;
  /** Tiles from above and from left to right. @defaultValue [8, 8] */
  tileGridSize?: number | Pair;
}

/**
 * Spreads the values of each channel in each tile of an image, so that details show in dark and in bright parts; between the
 * middles of tiles their tables are mixed.
 *
 * It does so at inference, too.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights, and no gradient.
 *
 * @example
 * ```ts
 * const clahe = contrastLimitedAdaptiveHistogramEqualization({ tileGridSize: [1, 1], clipLimit: 0 });
 * clahe(tensor([[[10], [20], [30]]])); // [[[85], [170], [255]]]
 * ```
 * @see Keras `keras.layers.ContrastLimitedAdaptiveHistogramEqualization`; Zuiderveld, "Contrast limited adaptive histogram
 * equalization", Graphics Gems IV, 1994
 */
export const contrastLimitedAdaptiveHistogramEqualization: ImageLayerFactory<ContrastLimitedAdaptiveHistogramEqualizationConfig> =
  /* @__PURE__ */ defineImageLayer({
    className: 'ContrastLimitedAdaptiveHistogramEqualization',
    floats: ['clipLimit'],
    defaults: { valueRange: [0, 255], clipLimit: 4, tileGridSize: [8, 8] },
    resolve: { valueRange, tileGridSize: positiveSizes<2>('tileGridSize', 2) },

    images(images, _, { config: { valueRange: range, clipLimit, tileGridSize } }) {
      const { height, width } = sizeOf(images);
      const [rows, columns] = tileGridSize;
      const tile = { height: Math.ceil(height / rows), width: Math.ceil(width / columns) };
      const padded = pad(toRange(images, range, bytes), {
        padWidth: [
          [0, 0],
          [0, tile.height * rows - height],
          [0, tile.width * columns - width],
          [0, 0],
        ],
        mode: 'symmetric',
      });
      const pixels = cast(clip(padded, { xMin: 0, xMax: levels - 1 }), { dtype: 'int32' });
      const grid = { ...sizeOf(padded), rows, columns, tile };
      const tables = tablesOf(pixels, grid, clipLimit);
      const spread = cropImages(mixedTables(pixels, tables, grid), {
        topCropping: 0,
        leftCropping: 0,
        targetHeight: height,
        targetWidth: width,
      });
      return toRange(spread, bytes, range);
    },
  });

const levels = 256;

/** Sizes of images that consist of whole tiles. */
interface Grid extends ImageSize {
  readonly rows: number;
  readonly columns: number;
  readonly tile: { readonly height: number; readonly width: number };
}

/** The places of pixels in the flat tables of tiles, which are given for each row and each column of pixels. */
function placesIn(
  { batch, height, width, channels, rows, columns }: Grid,
  pixels: Tensor,
  tiles: { readonly down: readonly number[]; readonly across: readonly number[] },
): Tensor {
  const axis = (values: readonly number[], stride: number, shape: readonly number[]): Tensor =>
    reshape(
      tensor(
        values.map((value) => value * stride),
        'int32',
      ),
      { newshape: shape },
    );
  const counted = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  const stride = levels * channels;
  const parts = [
    axis(counted(batch), stride * rows * columns, [batch, 1, 1, 1]),
    axis(tiles.down, stride * columns, [1, height, 1, 1]),
    axis(tiles.across, stride, [1, 1, width, 1]),
    axis(counted(channels), levels, [1, 1, 1, channels]),
  ];
  return parts.reduce((place, part) => add(place, part), pixels);
}

/** What becomes of each value in each tile, flat: `[batch · rows · columns · channels · levels]`. */
function tablesOf(pixels: Tensor, grid: Grid, clipLimit: number): Tensor {
  const { batch, height, width, channels, rows, columns, tile } = grid;
  const down = Array.from({ length: height }, (_, i) => Math.floor(i / tile.height));
  const across = Array.from({ length: width }, (_, i) => Math.floor(i / tile.width));
  const places = reshape(placesIn(grid, pixels, { down, across }), { newshape: [-1] });
  const count = batch * rows * columns * channels;
  const counts = segmentSum(ones([pixels.size]), places, { numSegments: count * levels });
  const area = tile.height * tile.width;
  const histograms = limited(reshape(counts, { newshape: [count, levels] }), (clipLimit * area) / levels);
  const below = cumsum(histograms, { axis: 1 });
  const least = split(below, { indicesOrSections: [1], axis: 1 })[0] as Tensor;
  const rest = subtract(area, least);
  const parts = divide(multiply(subtract(below, least), 255), where(equal(rest, 0), 1, rest));
  return reshape(clip(parts, { xMin: 0, xMax: 255 }), { newshape: [-1] });
}

/** Counts up to a limit, if there is one, and what was above it spread over all. */
function limited(counts: Tensor, limit: number): Tensor {
  if (limit <= 0) return counts;
  const held = minimum(counts, limit);
  const excess = sum(subtract(counts, held), { axis: 1, keepdims: true });
  return add(held, divide(excess, levels));
}

/** For each pixel the mean of what the four tiles around it say, by its distance from their middles. */
function mixedTables(pixels: Tensor, tables: Tensor, grid: Grid): Tensor {
  const [down, across] = [
    between(grid.height, grid.tile.height, grid.rows),
    between(grid.width, grid.tile.width, grid.columns),
  ];
  const read = (y: 'first' | 'second', x: 'first' | 'second'): Tensor =>
    take(tables, placesIn(grid, pixels, { down: down[y], across: across[x] }), { axis: 0 });
  const [right, bottom] = [
    reshape(tensor(across.parts), { newshape: [1, 1, grid.width, 1] }),
    reshape(tensor(down.parts), { newshape: [1, grid.height, 1, 1] }),
  ];
  const mix = (a: Tensor, b: Tensor, part: Tensor): Tensor =>
    add(multiply(a, subtract(1, part)), multiply(b, part));
  const [above, below] = [
    mix(read('first', 'first'), read('first', 'second'), right),
    mix(read('second', 'first'), read('second', 'second'), right),
  ];
  return mix(above, below, bottom);
}

/** Of each pixel along an axis the tiles between whose middles it lies, and how far it is from the first. */
function between(
  length: number,
  tile: number,
  count: number,
): Record<'first' | 'second' | 'parts', number[]> {
  const at = Array.from({ length }, (_, i) => (i - tile / 2) / tile);
  const within = (index: number): number => Math.min(Math.max(index, 0), count - 1);
  return {
    first: at.map((place) => within(Math.floor(place))),
    second: at.map((place) => within(Math.floor(place) + 1)),
    parts: at.map((place) => place - Math.floor(place)),
  };
}
