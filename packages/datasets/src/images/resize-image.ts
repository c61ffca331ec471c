import { NdArray } from '@myelin/core';

/** How pixels between pixels are found. */
export type Interpolation = 'bilinear' | 'nearest';

/** Between which two of the old rows (or columns) a new one lies, and how near to the second. */
interface Between {
  readonly lower: number;
  readonly upper: number;
  readonly share: number;
}

/**
 * An image of another size, `[height, width, channels]` → float32 `[size[0], size[1], channels]`.
 *
 * Centres of pixels lie at halves, and pictures made smaller are not blurred first, as in TensorFlow's `tf.image.resize`.
 */
export function resizeImage(
  image: NdArray,
  size: readonly [height: number, width: number],
  interpolation: Interpolation,
): NdArray {
  const [oldHeight = 0, oldWidth = 0, channels = 0] = image.shape;
  const [height, width] = size;
  const place = places[interpolation];
  const rows = Array.from({ length: height }, (_, i) => place(i, oldHeight, height));
  const columns = Array.from({ length: width }, (_, i) => place(i, oldWidth, width));
  const from = image.data as Uint8Array;
  const to = new Float32Array(height * width * channels);
  let position = 0;
  for (const row of rows) {
    for (const column of columns) {
      const at = (y: number, x: number): number => (y * oldWidth + x) * channels;
      const corners = [
        at(row.lower, column.lower),
        at(row.lower, column.upper),
        at(row.upper, column.lower),
        at(row.upper, column.upper),
      ] as const;
      for (let channel = 0; channel < channels; channel++) {
        const [topLeft, topRight, bottomLeft, bottomRight] = corners;
        const top = mix(from[topLeft + channel] ?? 0, from[topRight + channel] ?? 0, column.share);
        const bottom = mix(from[bottomLeft + channel] ?? 0, from[bottomRight + channel] ?? 0, column.share);
        to[position++] = mix(top, bottom, row.share);
      }
    }
  }
  return new NdArray(to, [height, width, channels]);
}

const mix = (first: number, second: number, share: number): number => first + (second - first) * share;

const places: Readonly<Record<Interpolation, (index: number, from: number, to: number) => Between>> = {
  bilinear(index, from, to) {
    const at = (index + 0.5) * (from / to) - 0.5;
    const lower = Math.floor(at);
    return {
      lower: Math.max(lower, 0),
      upper: Math.min(Math.ceil(at), from - 1),
      share: at - lower,
    };
  },
  nearest(index, from, to) {
    const nearest = Math.min(Math.floor((index + 0.5) * (from / to)), from - 1);
    return { lower: nearest, upper: nearest, share: 0 };
  },
};
