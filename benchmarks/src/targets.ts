/** How many times as fast as the fastest Keras a workload must be, and what we are after. */
export interface Target {
  readonly must: number;
  readonly after: number;
}

/** By the name of the workload, in the order of the table. */
export const targets: Readonly<Record<string, Target>> = {
  regression: { must: 20, after: 60 },
  mlp: { must: 1.2, after: 2 },
  'mlp-course': { must: 1, after: 1.5 },
  cnn: { must: 1.5, after: 3 },
  'cnn-128': { must: 0.9, after: 1.5 },
  lstm: { must: 0.9, after: 1.5 },
  gru: { must: 0.9, after: 1.5 },
  'char-lstm': { must: 0.9, after: 1.5 },
  autoencoder: { must: 1, after: 2 },
  'conv-autoencoder': { must: 2, after: 4 },
  resnet8: { must: 0.7, after: 1.2 },
  transformer: { must: 0.9, after: 1.5 },
};

/** Bounds that need no other framework. */
export const bounds = {
  /** Milliseconds from the import to the end of the first step, beyond the import of tfjs-core. */
  startUpMs: { mlp: 50, cnn: 100 },
  /** Milliseconds of `predict` on one example by the network `cnn`. */
  predictOneMs: 0.2,
  /** Bytes of a page that trains a perceptron, gzipped. */
  pageBytes: 250_000,
} as const;
