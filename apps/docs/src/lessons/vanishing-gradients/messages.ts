/** What the page asks for. */
export interface DepthRequest {
  readonly activation: 'sigmoid' | 'tanh' | 'relu';
  readonly depth: number;
  readonly initializer: 'glorot_uniform' | 'he_normal' | 'small';
  readonly batchNormalization: boolean;
  readonly residual: boolean;
  readonly optimizer: 'sgd' | 'adam';
  readonly epochs: number;
}

/** How it stands after some steps. */
export interface DepthNews {
  readonly step: number;
  readonly steps: number;
  /** Mean over the epoch so far. */
  readonly loss: number;
  /** Of the gradient of each hidden kernel, the first first. */
  readonly norms: readonly number[];
}

export interface DepthResult {
  /** Share of the held-out digits that are read right. */
  readonly accuracy: number;
}
