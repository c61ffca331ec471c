import {
  type Complete,
  type ConfigSpec,
  type Defaults,
  type ObjectFactory,
  type WeightedOptions,
  defineObject,
} from '@myelin/core';
import { cast } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Reduction, reduceWeighted } from './internal/reduce-weighted.js';
import { sameRank } from './internal/same-rank.js';

/** Options that every loss has. */
export interface LossConfig {
  /** @defaultValue the id of the loss */
  name?: string;
  /** How the values of the examples become one. @defaultValue 'sum_over_batch_size' */
  reduction?: Reduction;
}

export interface LossSpec<C> extends ConfigSpec {
  /** The default name: Keras' id. */
  readonly id: string;
  /** @defaultValue 'keras.losses' */
  readonly module?: string | null;
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C, LossConfig>>;
  /** Whether both arguments are brought to one rank first; false for class indices. @defaultValue true */
  readonly sameRank?: boolean;
  /** One value for each example: `[batch, ...]` and `[batch, ...]` → `[batch, ...]` without the last axis. */
  call(yTrue: Tensor, yPred: Tensor, config: Complete<C & LossConfig>): Tensor;
}

/** Makes losses of one class. */
export type LossFactory<C> = ObjectFactory<C & LossConfig, LossFunction>;
type LossFunction = (yTrue: Tensor, yPred: Tensor, options?: WeightedOptions) => Tensor;

/**
 * Defines a loss by its value for one example; reduction and weights are taken care of.
 *
 * @see Keras `keras.losses.Loss`, `keras.src.losses.loss.reduce_weighted_values`
 */
export function defineLoss<C extends object>(spec: LossSpec<C>): LossFactory<C> {
  return defineObject<C & LossConfig, LossFunction>(
    {
      ...spec,
      module: spec.module === undefined ? 'keras.losses' : spec.module,
      defaults: { ...spec.defaults, name: spec.id, reduction: 'sum_over_batch_size' } as never,
    },
    (config) =>
      (yTrue, yPred, { sampleWeight = null } = {}) => {
        const truth = cast(yTrue, { dtype: 'float32' });
        const [a, b] = spec.sameRank === false ? [truth, yPred] : sameRank(truth, yPred);
        const values = spec.call(a, b, config as Complete<C & LossConfig>);
        return reduceWeighted(values, sampleWeight, config.reduction as Reduction);
      },
  );
}
