/** A text to be written. */
export interface WriteRequest {
  readonly prompt: string;
  readonly temperature: number;
  readonly length: number;
  readonly seed: number;
}

/** What is written so far. */
export interface WriteNews {
  readonly written: string;
}

/** A text, and how likely each letter was at each of its places. */
export interface WriteResult {
  readonly vocabulary: readonly string[];
  readonly letters: readonly string[];
  /** At temperature 1; `letters` rows. */
  readonly probabilities: readonly Float32Array[];
}

/** A text to learn from. */
export interface StudyRequest {
  readonly text: string;
  /** Whether it has read Shakespeare before. */
  readonly hasRead: boolean;
  readonly epochs: number;
}

/** One epoch; now and then also what the network writes. */
export interface StudyNews {
  readonly epoch: number;
  readonly bits: number;
  readonly sample: string | null;
}

export interface StudyResult {
  /** Letters of the text that the network has no number for. */
  readonly unknown: readonly string[];
  readonly sample: string;
}
