import type { PicturedName, TableName } from './tables.js';

/** What the page asks for. */
export interface ClassificationRequest {
  readonly table: TableName;
  readonly hidden: readonly number[];
  readonly epochs: number;
}

/** One epoch: shares of what is classified rightly. */
export interface ClassificationNews {
  readonly epoch: number;
  readonly accuracy: number;
  readonly heldOutAccuracy: number;
}

/** What the model says to the rows that were held out. */
export interface ClassificationResult {
  readonly classes: readonly string[];
  readonly accuracy: number;
  readonly balancedAccuracy: number;
  readonly truth: readonly number[];
  /** Probabilities, a row for each. */
  readonly predicted: readonly (readonly number[])[];
}

/** Two columns to learn from. */
export interface BoundaryRequest {
  readonly table: PicturedName;
  readonly columns: readonly [number, number];
  readonly hidden: readonly number[];
}

/** What the model says over the two columns after so many epochs. */
export interface BoundaryNews {
  readonly epoch: number;
  readonly svg: string;
}

export interface BoundaryResult {
  /** On all rows: they are learned from, too. */
  readonly accuracy: number;
}
