import { ArgumentError, type NdArray } from '@myelin/core';
import { encode } from 'fast-png';

/** The values that become black and white. */
export type PixelRange = readonly [black: number, white: number];

/** One `data:` address of a PNG for each image of `[n, height, width]` or `[n, height, width, channels]`. */
export function encodeImages(images: NdArray, range: PixelRange | undefined): string[] {
  const [n = 0, height = 0, width = 0, channels = 1] = images.shape;
  const pixels = Float64Array.from(images.data, Number);
  const [black, white] = checkedRange(range ?? usualRange(images, pixels), pixels);
  const scaled = Uint8ClampedArray.from(pixels, (value) => ((value - black) / (white - black)) * 255);
  const length = height * width * channels;
  return Array.from({ length: n }, (_, i) => {
    const data = scaled.subarray(i * length, (i + 1) * length);
    return `data:image/png;base64,${base64(encode({ width, height, channels, data }))}`;
  });
}

function usualRange(images: NdArray, pixels: Float64Array): PixelRange {
  if (images.dtype === 'bool') return [0, 1];
  const fractions = images.dtype === 'float32' || images.dtype === 'float64';
  return fractions && pixels.every((value) => value <= 1) ? [0, 1] : [0, 255];
}

function checkedRange([black, white]: PixelRange, pixels: Float64Array): PixelRange {
  const who = 'imageGrid';
  if (!Number.isFinite(white - black) || white === black) {
    throw new ArgumentError({
      who,
      expected: 'a range of two different numbers',
      got: `${black} to ${white}`,
    });
  }
  const bad = pixels.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new ArgumentError({ who, expected: 'finite pixels', got: `${pixels[bad]} at element ${bad}` });
  }
  return [black, white];
}

/** In pieces, because a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const piece = 0x2000;
  let binary = '';
  for (let i = 0; i < bytes.length; i += piece) {
    binary += String.fromCharCode(...bytes.subarray(i, i + piece));
  }
  return btoa(binary);
}
