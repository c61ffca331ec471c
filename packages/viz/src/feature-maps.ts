import { NdArray, ShapeError, formatShape } from '@myelin/core';
import { type ImageGridOptions, imageGrid } from './image-grid.js';

/** Options of {@link featureMaps}. */
export interface FeatureMapsOptions extends Pick<ImageGridOptions, 'columns' | 'captions' | 'title'> {
  /** Whether one white is the largest of all maps, or each map has its own. Default `'all'`. */
  readonly brightest?: 'all' | 'each';
}

/**
 * What a convolution or a pooling says to one image: a grey picture for each channel, from 0 or below (black) to the largest
 * value (white).
 *
 * Input `[height, width, channels]` or `[1, height, width, channels]`. Eight maps stand in a row.
 *
 * @returns an SVG document that holds the maps as PNG.
 * @example
 * ```ts
 * featureMaps(NdArray.from([[[0, 1], [2, 3]]])).includes('2 images'); // true
 * ```
 * @throws ShapeError for another shape; ArgumentError for values that are not finite.
 */
export function featureMaps(maps: NdArray, options: FeatureMapsOptions = {}): string {
  const { brightest = 'all', ...grid } = options;
  const shape = maps.rank === 4 && maps.shape[0] === 1 ? maps.shape.slice(1) : maps.shape;
  if (shape.length !== 3 || maps.size === 0) {
    throw new ShapeError({
      who: 'featureMaps',
      expected: 'the maps of one image, [height, width, channels]',
      got: formatShape(maps.shape),
    });
  }
  const [height = 0, width = 0, channels = 0] = shape;
  const pixels = height * width;
  const values = Float32Array.from({ length: maps.size }, (_, i) =>
    Math.max(0, Number(maps.data[(i % pixels) * channels + Math.floor(i / pixels)])),
  );
  const largest = (part: Float32Array): number => part.reduce((a, b) => Math.max(a, b), 0) || 1;
  const whole = largest(values);
  for (let channel = 0; channel < channels; channel++) {
    const map = values.subarray(channel * pixels, (channel + 1) * pixels);
    const white = brightest === 'all' ? whole : largest(map);
    map.forEach((value, i) => {
      map[i] = value / white;
    });
  }
  return imageGrid(new NdArray(values, [channels, height, width]), {
    columns: Math.min(channels, 8),
    range: [0, 1],
    ...grid,
  });
}
