import { NdArray } from '@myelin/core';

/** One, three or four channels. */
export type ColorMode = 'grayscale' | 'rgb' | 'rgba';

const channelsOf: Readonly<Record<ColorMode, number>> = { grayscale: 1, rgb: 3, rgba: 4 };

/**
 * The pixels of an image, `[height, width, 1 to 4]` uint8, in another number of channels.
 *
 * Grey is `0.299 red + 0.587 green + 0.114 blue`, rounded down; what had no alpha is opaque; alpha is dropped, not blended.
 */
export function toColorMode(image: NdArray, mode: ColorMode): NdArray {
  const [height = 0, width = 0, channels = 0] = image.shape;
  const wanted = channelsOf[mode];
  if (channels === wanted) return image;
  const from = image.data as Uint8Array;
  const to = new Uint8Array(height * width * wanted);
  const isGray = channels < 3;
  for (let pixel = 0; pixel < height * width; pixel++) {
    const at = pixel * channels;
    const red = from[at] ?? 0;
    const green = isGray ? red : (from[at + 1] ?? 0);
    const blue = isGray ? red : (from[at + 2] ?? 0);
    const alpha = channels % 2 === 0 ? (from[at + channels - 1] ?? 0) : 255;
    const color = wanted === 1 ? [grayOf(red, green, blue)] : [red, green, blue, alpha];
    to.set(color.slice(0, wanted), pixel * wanted);
  }
  return new NdArray(to, [height, width, wanted]);
}

/** In whole numbers, as libpng computes it: the weights add up to 2^15. */
const grayOf = (red: number, green: number, blue: number): number =>
  (9798 * red + 19235 * green + 3735 * blue) >> 15;
