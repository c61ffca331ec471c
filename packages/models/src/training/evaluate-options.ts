import type { ArrayLike } from '@myelin/core';
import type { Callback } from '../callbacks/callback.js';

/** Options of `predict`. */
export interface PredictOptions {
  /** Examples that are computed at once. @defaultValue 32 */
  readonly batchSize?: number;
  /** Ends the run when aborted. */
  readonly signal?: AbortSignal;
}

/** Options of `evaluate`. */
export interface EvaluateOptions extends PredictOptions {
  /** A weight for each example. */
  readonly sampleWeight?: ArrayLike;
  readonly callbacks?: readonly Callback[];
}
