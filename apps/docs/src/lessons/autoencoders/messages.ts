import type { DigitPixels } from '../../live/messages.js';

/** What the page asks for: a code of that many numbers. */
export interface CompressionRequest {
  readonly code: number;
  readonly epochs: number;
}

/** One epoch: the mean squared error on digits that were held out, beside that of PCA. */
export interface CompressionNews {
  readonly epoch: number;
  readonly error: number;
  readonly pcaError: number;
}

/** Some held-out digits, what PCA and what the network makes of them: three times as many, row after row. */
export interface CompressionResult {
  readonly images: Float32Array;
  readonly error: number;
  readonly pcaError: number;
}

/** The held-out digits, with their codes of two numbers. */
export interface CodesResult {
  readonly labels: Uint8Array;
  readonly pca: Float32Array;
  readonly learned: Float32Array;
  readonly variational: Float32Array;
}

/** Noise on held-out digits and, where there is one, on a digit that the reader drew. */
export interface NoiseQuestion {
  readonly stddev: number;
  readonly drawn: DigitPixels | null;
}

/** Clean, noisy and cleaned digits, row after row. */
export interface NoiseAnswer {
  readonly images: Float32Array;
  readonly columns: number;
  /** On all held-out digits, in dB. */
  readonly gain: number;
}

/** A place in the plane of codes; the whole plane is asked for once. */
export interface LatentQuestion {
  readonly code: readonly [number, number];
  readonly withPlane: boolean;
}

export interface LatentAnswer {
  readonly digit: Float32Array;
  /** Digits of a grid, from the top left. */
  readonly plane: Float32Array | null;
}
