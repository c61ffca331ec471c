import type { Tensor } from '@tensorflow/tfjs-core';
import type { NdArray } from './nd-array.js';
import type { Serializable } from './wire.js';
import type { Variable } from './variable.js';

/** Changes weights along their gradients. */
export interface Optimizer extends Serializable {
  /**
   * Iteration, learning rate unless a schedule sets it, then the slots, in the order of Keras' files; empty before
   * `build`.
   */
  readonly variables: readonly Variable[];
  readonly built: boolean;
  /** Makes the slots for these weights; done by the first `apply` if not before. */
  build(weights: readonly Variable[]): void;
  /** What the loss is multiplied by; an optimizer that wraps this one sets it. */
  lossScaleFactor: number | null;
  /** The loss times `lossScaleFactor`, if it is set: gradients are taken of this. */
  scaleLoss(loss: Tensor): Tensor;
  /** Keeps weights, given themselves or by a part of their names, from decaying; only before `build`. */
  excludeFromWeightDecay(which: {
    readonly weights?: readonly Variable[];
    readonly names?: readonly string[];
  }): void;
  /** One step: reads and updates weights and slots through the current scope. */
  apply(gradients: readonly Tensor[], weights: readonly Variable[]): void;
  /** The step size now; for a schedule, that of the next step. */
  readLearningRate(): Promise<number>;
  /** @throws StateError where a schedule sets the step size. */
  setLearningRate(value: number): void;
  /** Goes on from the values that `variables` had, in their order, when they were saved. */
  restore(values: readonly NdArray[]): void;
  /** Copies averaged weights (`useEma`) over the weights, once training is over. */
  finalize(weights: readonly Variable[]): Promise<void>;
}
