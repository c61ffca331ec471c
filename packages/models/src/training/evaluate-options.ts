import type { Callback } from '../callbacks/callback.js';
import type { Verbosity } from '../callbacks/progbar-logger.js';
import type { ModelLabels } from './data-source.js';

/** Options of `predict`. */
export interface PredictOptions {
  /** Examples that are computed at once. @defaultValue 32 */
  readonly batchSize?: number;
  /** How many batches to go through. @defaultValue all of them */
  readonly steps?: number;
  /**
   * What is printed: 0 nothing, 1 a progress line, 2 a line at the end; 'auto' is 1 on a terminal where it takes more than
   * a second, else 0.
   *
   * @defaultValue 'auto'
   */
  readonly verbose?: Verbosity;
  readonly callbacks?: readonly Callback[];
  /** Ends the run when aborted. */
  readonly signal?: AbortSignal;
}

/** Options of `evaluate`. */
export interface EvaluateOptions extends PredictOptions {
  /** A weight for each example: one array for every output, a list, or a dictionary by the names of the outputs. */
  readonly sampleWeight?: ModelLabels;
}

/** Options of `trainOnBatch` and `testOnBatch`. */
export interface OnBatchOptions {
  /** A weight for each example: one array for every output, a list, or a dictionary by the names of the outputs. */
  readonly sampleWeight?: ModelLabels;
  /** A weight for each class, by its number; for training a model with one output. */
  readonly classWeight?: Readonly<Record<number, number>>;
}
