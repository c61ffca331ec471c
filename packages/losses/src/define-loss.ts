import {
  type Complete,
  type ConfigSpec,
  type Defaults,
  type ObjectFactory,
  type WeightedOptions,
  defineObject,
} from '@myelin/core';
import { cast, logicalAnd } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Reduction, checkReduction, reduceWeighted } from './internal/reduce-weighted.js';
import { sameRank } from './same-rank.js';

/** Options that every loss has. */
export interface LossConfig {
  /** @defaultValue the id of the loss */
  name?: string;
  /** How the values of the examples become one. @defaultValue 'sum_over_batch_size' */
  reduction?: Reduction;
  /** The type that it computes in; there is one. @defaultValue 'float32' */
  dtype?: 'float32';
}

export interface LossSpec<C> extends ConfigSpec {
  /** The default name: Keras' id. */
  readonly id: string;
  /** @defaultValue 'keras.losses' */
  readonly module?: string | null;
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C, LossConfig>>;
  /** @throws ArgumentError for options that make no sense. */
  check?(config: Complete<C & LossConfig>): void;
  /** One value for each example: `[batch, ...]` and `[batch, ...]` → `[batch, ...]` without the last axis. */
  call(yTrue: Tensor, yPred: Tensor, config: Complete<C & LossConfig>): Tensor;
  /** Which of the values that `call` returned count, if not all do. */
  mask?(values: Tensor, yTrue: Tensor, config: Complete<C & LossConfig>): Tensor | null;
}

/** Makes losses of one class. */
export type LossFactory<C> = ObjectFactory<C & LossConfig, LossFunction>;
type LossFunction = (yTrue: Tensor, yPred: Tensor, options?: WeightedOptions) => Tensor;

/**
 * Defines a loss by its value for one example; reduction, weights and masks are taken care of.
 *
 * Targets come as float32. Where one argument has an axis more than the other, of size 1, both get one rank.
 *
 * @example
 * ```ts
 * const worst = defineLoss<object>({
 *   className: 'Worst', id: 'worst', module: null, registeredName: 'my>Worst', defaults: {},
 *   call: (yTrue, yPred) => max(absolute(subtract(yPred, yTrue)), { axis: -1 }),
 * });
 * worst()(tensor([[1, 2]]), tensor([[1, 4]])); // 2
 * ```
 * @see Keras `keras.losses.Loss`
 */
export function defineLoss<C extends object>(spec: LossSpec<C>): LossFactory<C> {
  return defineObject<C & LossConfig, LossFunction>(
    {
      ...spec,
      module: spec.module === undefined ? 'keras.losses' : spec.module,
      defaults: {
        ...spec.defaults,
        name: spec.id,
        reduction: 'sum_over_batch_size',
        dtype: 'float32',
      } as never,
      unsaved: [...(spec.unsaved ?? []), 'dtype'],
    },
    (config) => {
      const reduction = config.reduction as Reduction;
      checkReduction(spec.className, reduction);
      return (yTrue, yPred, { sampleWeight = null, mask = null } = {}) => {
        const [truth, prediction] = sameRank(cast(yTrue, { dtype: 'float32' }), yPred);
        const values = spec.call(truth, prediction, config);
        const own = spec.mask?.(values, truth, config) ?? null;
        const counts = own === null || mask === null ? (own ?? mask) : logicalAnd(own, mask);
        return reduceWeighted(values, sampleWeight, counts, reduction);
      };
    },
  );
}
