import type { Tensor } from '@tensorflow/tfjs-core';
import type { Serializable } from './wire.js';

/** Options of one computation of a loss or metric. */
export interface WeightedOptions {
  /** Weight of each example, or of each value; broadcast against the values. */
  readonly sampleWeight?: Tensor | null;
  /** Which values count: those that are not 0; of the shape of the values. */
  readonly mask?: Tensor | null;
}

/** How far predictions are from the truth: a scalar, unless its reduction is `none`. */
export interface Loss extends Serializable {
  (yTrue: Tensor, yPred: Tensor, options?: WeightedOptions): Tensor;
}
