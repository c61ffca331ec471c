import type { TableName } from './tables.js';

/** What the page asks for. */
export interface RegressionRequest {
  readonly table: TableName;
  readonly hidden: readonly number[];
  readonly learningRate: number;
  readonly epochs: number;
}

/** One epoch. */
export interface RegressionNews {
  readonly epoch: number;
  readonly loss: number;
  readonly heldOutLoss: number;
}

/** On the rows that were held out, in the unit of the table. */
export interface RegressionResult {
  readonly r2: number;
  readonly truth: Float32Array;
  readonly predicted: Float32Array;
}
