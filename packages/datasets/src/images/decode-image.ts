import { FormatError, NdArray } from '@myelin/core';
import { node } from '../files/node.js';
import { type ColorMode, toColorMode } from './color-mode.js';

export interface DecodeImageOptions {
  /** Default `'rgb'`. */
  readonly colorMode?: ColorMode;
  /** What errors call the file. Default `'image'`. */
  readonly name?: string;
}

/**
 * The pixels of a PNG or JPEG file, `[height, width, channels]`, uint8.
 *
 * Browsers decode by themselves, and so read whatever formats they know. Of PNG files with 16 bits a channel the lower 8
 * are lost. Decoders of JPEG differ a little: in Node by up to 3 of 255 steps from libjpeg, or 12 at edges of colours that the
 * file has at half the size.
 *
 * @example
 * ```ts
 * const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC';
 * const bytes = Uint8Array.from(atob(dot), (character) => character.charCodeAt(0));
 * const image = await decodeImage(bytes);
 * image.toArray(); // [[[255, 0, 0]]]
 * ```
 * @throws FormatError for other formats, and for files that are damaged or cut short.
 * @see TensorFlow `tf.io.decode_image`
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeImageOptions = {}): Promise<NdArray> {
  const { colorMode = 'rgb', name = 'image' } = options;
  const decode = node() === undefined ? inBrowser : inNode;
  const image = await decode(bytes).catch((cause: unknown) => {
    throw new FormatError({
      who: name,
      expected: 'a whole PNG or JPEG file',
      got: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  });
  return toColorMode(image, colorMode);
}

async function inNode(bytes: Uint8Array): Promise<NdArray> {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) {
    const { decode } = await import('jpeg-js');
    const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: false });
    return new NdArray(new Uint8Array(data), [height, width, 3]);
  }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return decodePng(bytes);
  throw new Error(`${bytes.length} bytes that start otherwise`);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

async function decodePng(bytes: Uint8Array): Promise<NdArray> {
  const { convertIndexedToRgb, decode } = await import('fast-png');
  const png = decode(bytes, { checkCrc: true });
  const { width, height, channels, depth, palette } = png;
  if (palette !== undefined) {
    return new NdArray(convertIndexedToRgb(png), [height, width, palette[0]?.length ?? 3]);
  }
  if (depth < 8)
    return new NdArray(unpackGray(png.data as Uint8Array, width, height, depth), [height, width, 1]);
  const data = depth === 16 ? Uint8Array.from(png.data, (value) => value >> 8) : new Uint8Array(png.data);
  return new NdArray(data, [height, width, channels]);
}

/** Grey pixels of 1, 2 or 4 bits, whose rows begin at whole bytes, spread over 0 to 255. */
function unpackGray(packed: Uint8Array, width: number, height: number, depth: number): Uint8Array {
  const rowLength = Math.ceil((width * depth) / 8);
  const most = 2 ** depth - 1;
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const bit = (i % width) * depth;
    const byte = packed[Math.floor(i / width) * rowLength + (bit >> 3)] ?? 0;
    return (((byte >> (8 - depth - (bit & 7))) & most) * 255) / most;
  });
}

async function inBrowser(bytes: Uint8Array): Promise<NdArray> {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]), {
    colorSpaceConversion: 'none',
    premultiplyAlpha: 'none',
  });
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no canvas to draw it on');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return new NdArray(new Uint8Array(context.getImageData(0, 0, width, height).data), [height, width, 4]);
}
