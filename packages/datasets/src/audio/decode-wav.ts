import { FormatError, NdArray } from '@myelin/core';

export interface DecodeWavOptions {
  /** What errors call the file. Default `'WAV file'`. */
  readonly name?: string;
}

/** A sound. */
export interface DecodedWav {
  /** `[samples, channels]`, float32; whole numbers lie from -1 to 1. */
  readonly audio: NdArray;
  /** Samples a second. */
  readonly sampleRate: number;
}

/**
 * The sound in a WAV file: `audio[sample, channel] = value / 2^(bits - 1)`.
 *
 * Reads whole numbers of 8 (which count from 128), 16, 24 and 32 bits, and floats of 32; TensorFlow reads those of 16 bits
 * alone. What is not sound, such as titles, is passed over.
 *
 * @example
 * ```ts
 * const file = 'UklGRigAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQQAAAAAQADA';
 * const { audio, sampleRate } = decodeWav(Uint8Array.from(atob(file), (character) => character.charCodeAt(0)));
 * audio.toArray(); // [[0.5], [-0.5]]
 * sampleRate;      // 8000
 * ```
 * @throws FormatError for other formats, and for files that are damaged or cut short.
 * @see TensorFlow `tf.audio.decode_wav`; Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0",
 * 1991, Resource Interchange File Format
 */
export function decodeWav(bytes: Uint8Array, options: DecodeWavOptions = {}): DecodedWav {
  const { name = 'WAV file' } = options;
  const { format, data } = chunksOf(bytes, name);
  const { channels, sampleRate, read, byteLength } = readFormat(format, name);
  const blockLength = channels * byteLength;
  if (data.byteLength % blockLength !== 0) {
    throw wrong(name, `samples of ${blockLength} bytes`, `${data.byteLength} bytes of them`);
  }
  const values = new Float32Array(data.byteLength / byteLength);
  for (let i = 0; i < values.length; i++) values[i] = read(data, i * byteLength);
  return { audio: new NdArray(values, [data.byteLength / blockLength, channels]), sampleRate };
}

/** How a sample of one channel is written. */
interface Encoding {
  readonly byteLength: number;
  readonly read: (data: DataView, position: number) => number;
}

/** By the bits of a sample. */
const wholeNumbers: Readonly<Record<number, Encoding>> = {
  8: { byteLength: 1, read: (data, at) => (data.getUint8(at) - 128) / 2 ** 7 },
  16: { byteLength: 2, read: (data, at) => data.getInt16(at, true) / 2 ** 15 },
  24: {
    byteLength: 3,
    read: (data, at) => (data.getInt8(at + 2) * 2 ** 16 + data.getUint16(at, true)) / 2 ** 23,
  },
  32: { byteLength: 4, read: (data, at) => data.getInt32(at, true) / 2 ** 31 },
};

/** By the tag of the format. */
const encodings: Readonly<Record<number, Readonly<Record<number, Encoding>>>> = {
  1: wholeNumbers,
  3: { 32: { byteLength: 4, read: (data, at) => data.getFloat32(at, true) } },
};

/** Of a format that says its tag further behind, since it says more than others. */
const extensible = 0xfffe;

function readFormat(
  format: DataView,
  name: string,
): Encoding & Omit<DecodedWav, 'audio'> & { channels: number } {
  if (format.byteLength < 16) {
    throw wrong(name, 'a chunk "fmt " of 16 bytes or more', `${format.byteLength} bytes`);
  }
  const written = format.getUint16(0, true);
  const tag = written === extensible && format.byteLength >= 26 ? format.getUint16(24, true) : written;
  const channels = format.getUint16(2, true);
  const sampleRate = format.getUint32(4, true);
  const blockLength = format.getUint16(12, true);
  const bits = format.getUint16(14, true);
  const encoding = encodings[tag]?.[bits];
  if (encoding === undefined) {
    throw wrong(
      name,
      'whole numbers of 8, 16, 24 or 32 bits or floats of 32',
      `format ${tag} of ${bits} bits`,
    );
  }
  if (channels === 0 || blockLength !== channels * encoding.byteLength) {
    throw wrong(
      name,
      `one channel or more, and ${encoding.byteLength} bytes for each`,
      `${channels} channels in ${blockLength} bytes`,
    );
  }
  return { ...encoding, channels, sampleRate };
}

/** What stands under `"fmt "` and under `"data"`. */
function chunksOf(bytes: Uint8Array, name: string): { format: DataView; data: DataView } {
  if (textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WAVE') {
    throw wrong(
      name,
      'a WAV file, which begins with RIFF and WAVE',
      `${bytes.length} bytes that start otherwise`,
    );
  }
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: DataView | undefined;
  let start = 12;
  while (start + 8 <= bytes.length) {
    const id = textAt(bytes, start);
    const byteLength = file.getUint32(start + 4, true);
    const left = bytes.length - start - 8;
    if (byteLength > left) throw wrong(name, `${byteLength} bytes in the chunk "${id}"`, `${left} bytes`);
    const chunk = new DataView(bytes.buffer, bytes.byteOffset + start + 8, byteLength);
    if (id === 'fmt ') format = chunk;
    if (id === 'data' && format !== undefined) return { format, data: chunk };
    // Chunks begin at even places.
    start += 8 + byteLength + (byteLength % 2);
  }
  throw wrong(name, 'a chunk "fmt " and a chunk "data" behind it', 'the end of the file');
}

const textAt = (bytes: Uint8Array, start: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + 4));

function wrong(who: string, expected: string, got: string): FormatError {
  return new FormatError({ who, expected, got });
}
