import type { WrittenStrokes } from '@myelin/zoo';

/** What the page asks for: small letters and spaces, written one after another. */
export interface HandwritingRequest {
  readonly text: string;
  readonly bias: number;
  readonly seed: number;
}

/** A letter that was written, and where it stands in the text. */
export interface HandwritingNews {
  readonly place: number;
  readonly strokes: WrittenStrokes;
}

/** How many points the pen made. */
export interface HandwritingResult {
  readonly points: number;
}
