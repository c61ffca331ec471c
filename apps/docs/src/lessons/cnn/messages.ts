import type { DigitPixels } from '../../live/messages.js';

/** A digit to look at; null for the next of those that come with the page. */
export interface LookRequest {
  readonly pixels: DigitPixels | null;
}

/** What one layer said. */
export interface LayerLook {
  readonly title: string;
  /** Height, width, channels. */
  readonly shape: readonly number[];
  readonly maps: Float32Array;
  /** Of a convolution: height, width, channels of its input, filters. */
  readonly kernel: { readonly shape: readonly number[]; readonly weights: Float32Array } | null;
}

export interface LookResult {
  readonly pixels: DigitPixels;
  /** What the digit is, where that is known. */
  readonly label: number | null;
  readonly probabilities: readonly number[];
  readonly layers: readonly LayerLook[];
}
