import { ArgumentError, NdArray, ShapeError, formatShape } from '@myelin/core';
import { type ImageGridOptions, imageGrid } from './image-grid.js';

/** Options of {@link filterGrid}. */
export interface FilterGridOptions extends Pick<ImageGridOptions, 'columns' | 'captions' | 'title'> {
  /** Which channel of the input the shown weights belong to. Default 0. */
  readonly inputChannel?: number;
}

const positive = [5, 113, 176];
const negative = [202, 88, 0];

/**
 * The filters of a convolution: blue weights are above 0, orange ones below, white is 0, and the strongest colour is the
 * largest weight of all.
 *
 * Input: a kernel `[height, width, inputChannels, filters]`. Eight filters stand in a row.
 *
 * @returns an SVG document that holds the filters as PNG.
 * @example
 * ```ts
 * filterGrid(NdArray.from([[[[1, -1]]]])).includes('2 images'); // true
 * ```
 * @throws ShapeError for another shape; ArgumentError for a channel that is not there.
 */
export function filterGrid(kernel: NdArray, options: FilterGridOptions = {}): string {
  const { inputChannel = 0, ...grid } = options;
  const [height = 0, width = 0, channels = 0, filters = 0] = kernel.shape;
  if (kernel.rank !== 4 || kernel.size === 0) {
    throw new ShapeError({
      who: 'filterGrid',
      expected: 'a kernel [height, width, inputChannels, filters]',
      got: formatShape(kernel.shape),
    });
  }
  if (!Number.isInteger(inputChannel) || inputChannel < 0 || inputChannel >= channels) {
    throw new ArgumentError({
      who: 'filterGrid',
      expected: `inputChannel from 0 to ${channels - 1}`,
      got: String(inputChannel),
    });
  }
  const weights = Float32Array.from(kernel.data, Number);
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const pixels = new Uint8Array(filters * height * width * 3);
  for (let filter = 0; filter < filters; filter++) {
    for (let place = 0; place < height * width; place++) {
      const weight = weights[(place * channels + inputChannel) * filters + filter] ?? 0;
      pixels.set(colorOf(weight / largest), (filter * height * width + place) * 3);
    }
  }
  return imageGrid(new NdArray(pixels, [filters, height, width, 3]), {
    columns: Math.min(filters, 8),
    ...grid,
  });
}

/** From white at 0 to the full colour at 1 and -1. */
function colorOf(share: number): number[] {
  return (share < 0 ? negative : positive).map((channel) => 255 - Math.abs(share) * (255 - channel));
}
