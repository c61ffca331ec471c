import type { Tensor } from '@tensorflow/tfjs-core';
import type { WeightedOptions } from './loss.js';
import type { Serializable } from './wire.js';
import type { Variable } from './variable.js';

/** A figure that is gathered over batches and read at any time. */
export interface Metric extends Serializable {
  readonly name: string;
  /** Its state; zeros (or what it starts from) after `reset`. */
  readonly variables: readonly Variable[];
  /** Takes one batch into account; reads and updates the state through the current scope. */
  update(yTrue: Tensor, yPred: Tensor, options?: WeightedOptions): void;
  /** The figure so far: a scalar. */
  result(): Tensor;
  /** Forgets every batch. */
  reset(): void;
}
