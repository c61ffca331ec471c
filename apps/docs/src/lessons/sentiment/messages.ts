/** A review to be read. */
export interface ReadRequest {
  readonly review: string;
}

/** A word, and how likely the review is praise once it was read up to there. */
interface ReadWord {
  readonly word: string;
  readonly chance: number;
  /** How much the word has changed that. */
  readonly change: number;
}

export interface ReadResult {
  readonly words: readonly ReadWord[];
}

/** A word whose neighbours are looked for. */
export interface NearRequest {
  readonly word: string;
}

export interface NearResult {
  /** The word as the network knows it; null where it does not. */
  readonly word: string | null;
  /** Those whose vectors point most nearly the same way. */
  readonly near: readonly { readonly word: string; readonly cosine: number }[];
}
