/** What the page asks for. */
export interface RegressionRequest {
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

/** On the mixes that were held out, in MPa. */
export interface RegressionResult {
  readonly r2: number;
  readonly truth: Float32Array;
  readonly predicted: Float32Array;
}
