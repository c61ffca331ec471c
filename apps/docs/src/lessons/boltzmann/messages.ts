/** What the pages and the workers of this lesson say to each other. Images are 28x28 numbers each, one after another. */

/** A machine to train on digits. */
export interface LearnRequest {
  readonly hidden: number;
  /** Whether chains go on from update to update, or start at the data each time. */
  readonly persistent: boolean;
  readonly epochs: number;
}

/** After an epoch. */
export interface LearnNews {
  readonly epoch: number;
  readonly error: number;
  /** The connections of the first hidden units. */
  readonly filters: Float32Array;
  /** What chains have dreamt that started as noise. */
  readonly dreams: Float32Array;
}

/** On digits that were not learned from. */
export interface LearnResult {
  readonly error: number;
  /** Free energy of held-out digits, less that of as many learned ones. */
  readonly gap: number;
}

export interface DreamRequest {
  readonly from: 'digits' | 'noise';
  /** Gibbs steps between two pictures. */
  readonly steps: number;
}

export interface DreamNews {
  readonly step: number;
  readonly images: Float32Array;
}

export type ErasedPart = 'left' | 'right' | 'top' | 'bottom' | 'middle';

export interface FillRequest {
  readonly digit: number;
  readonly erased: ErasedPart;
}

export interface FillResult {
  /** The digit, the digit with its hole, the expected filling, and three single ones. */
  readonly images: Float32Array;
  /** Mean squared errors over the hole: of the expected filling, and of the mean digit. */
  readonly error: number;
  readonly errorOfMean: number;
}
