import {
  type DType,
  type Metric,
  type Serializable,
  ShapeError,
  StateError,
  formatShape,
  inScope,
} from '@myelin/core';
import { sameRank } from '@myelin/losses';
import { cast, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { CompleteMetric, MetricSpec } from '../define-metric.js';
import { MetricState } from './metric-state.js';

/** A metric that keeps its state in variables. */
export function gather<C, S extends string>(
  spec: MetricSpec<C, S>,
  config: CompleteMetric<C>,
): Omit<Metric, keyof Serializable> {
  const { name, dtype } = config as unknown as { readonly name: string; readonly dtype: DType };
  const state = new MetricState<S>(name, dtype);
  const make = (predictions: readonly number[] | null): void => {
    const shapes = state.made ? null : spec.state(config, predictions);
    if (shapes !== null) state.make(shapes);
  };
  make(null);
  return {
    name,
    get variables() {
      return state.variables;
    },
    update(yTrue, yPred, { sampleWeight = null, mask = null } = {}) {
      make(yPred.shape);
      const weight = maskedWeight(sampleWeight, spec.takesMask === true ? mask : null);
      inScope((scope) => {
        state.write(scope, spec.update(state.read(scope), { yTrue, yPred, sampleWeight: weight }, config));
        return [];
      });
    },
    result() {
      if (!state.made) throw new StateError({ who: name, expected: 'an update first', got: 'none' });
      return inScope((scope) => spec.result(state.read(scope), config));
    },
    reset() {
      state.reset();
    },
  };
}

/** The weights, 0 where the mask leaves something out. */
function maskedWeight(sampleWeight: Tensor | null, mask: Tensor | null): Tensor | null {
  if (mask === null) return sampleWeight;
  const counts = cast(mask, { dtype: 'float32' });
  if (sampleWeight === null) return counts;
  const [weights, ranked] = sameRank(sampleWeight, counts);
  if (weights.rank !== ranked.rank) {
    throw new ShapeError({
      who: 'sampleWeight',
      expected: `one weight for each of the masked values ${formatShape(mask.shape)}`,
      got: `weights ${formatShape(sampleWeight.shape)}`,
    });
  }
  return multiply(weights, ranked);
}
