import { ArgumentError, NdArray, ShapeError, formatShape } from '@myelin/core';
import { formatCount } from './internal/format-number.js';
import { element, text } from './internal/markup.js';
import { label, picture, pictureWidth } from './internal/picture.js';
import { type PixelRange, encodeImages } from './internal/encode-images.js';
import { fitText } from './internal/text-width.js';

export interface ImageGridOptions {
  /** A line below each image, as many as images. */
  readonly captions?: readonly string[];
  /** Images in a row; default: 5, or all if there are fewer. */
  readonly columns?: number;
  /** Which values are black and white (or no and full colour); default: see `imageGrid`. */
  readonly range?: PixelRange;
  /** A line on top of the picture. */
  readonly title?: string;
}

const gap = 8;
const largestCell = 112;
const captionHeight = 18;

/**
 * Images side by side, each pixel sharp: digits, photos, filters, feature maps.
 *
 * Input `[n, height, width]` or `[n, height, width, channels]` with 1 (grey), 3 (red, green, blue) or 4 (and alpha)
 * channels. Black and white are 0 and 255 for whole-number types and for floats beyond 1, else 0 and 1; pass
 * `range: [-1, 1]` for images that are scaled so. What lies outside is cut to the range.
 *
 * @returns an SVG document that holds the images as PNG.
 * @example
 * ```ts
 * const images = NdArray.zeros([2, 28, 28]);
 * imageGrid(images, { captions: ['7', '1 taken for 7'] }).includes('data:image/png;base64,'); // true
 * ```
 * @throws ShapeError for another shape.
 * @throws ArgumentError without images, for pixels that are not finite, a range without extent, and for captions
 * that are not as many as images.
 */
export function imageGrid(images: NdArray, options: ImageGridOptions = {}): string {
  const who = 'imageGrid';
  const [n = 0, height = 0, width = 0, channels = 1] = images.shape;
  if (![3, 4].includes(images.rank) || ![1, 3, 4].includes(channels) || images.dtype === 'string') {
    throw new ShapeError({
      who,
      expected: 'numbers of shape [n, height, width] or [n, height, width, 1, 3 or 4]',
      got: `${images.dtype} ${formatShape(images.shape)}`,
    });
  }
  if (images.size === 0)
    throw new ArgumentError({ who, expected: 'at least one pixel', got: formatShape(images.shape) });
  const { captions, columns = Math.min(n, 5), title } = options;
  if (captions !== undefined && captions.length !== n) {
    throw new ArgumentError({ who, expected: `${n} captions`, got: String(captions.length) });
  }
  if (!Number.isInteger(columns) || columns < 1) {
    throw new ArgumentError({ who, expected: 'columns of 1 or more', got: String(columns) });
  }

  const cell = Math.min(largestCell, (pictureWidth - gap * (columns - 1)) / columns);
  const imageHeight = (cell * height) / width;
  const rowHeight = imageHeight + (captions === undefined ? 0 : captionHeight) + gap;
  return picture({
    width: columns * (cell + gap) - gap,
    height: Math.ceil(n / columns) * rowHeight - gap,
    title,
    name: 'Images',
    description: `${formatCount(n)} ${n === 1 ? 'image' : 'images'}${captions === undefined ? '' : `: ${captions.join('; ')}`}.`,
    body: encodeImages(images, options.range).flatMap((href, i) => {
      const x = (i % columns) * (cell + gap);
      const y = Math.floor(i / columns) * rowHeight;
      const caption = captions?.[i];
      const place = { x, y, width: cell, height: imageHeight, preserveAspectRatio: 'none' };
      return [
        element(
          'image',
          { href, ...place, style: 'image-rendering:pixelated' },
          ...(caption === undefined ? [] : [element('title', {}, text(caption))]),
        ),
        ...(caption === undefined
          ? []
          : [
              label(x + cell / 2, y + imageHeight + 13, fitText(caption, cell, 11), {
                'font-size': 11,
                'text-anchor': 'middle',
              }),
            ]),
      ];
    }),
  });
}
