import {
  ArgumentError,
  type ArrayLike,
  type LayerConfig,
  type LayerFactory,
  NdArray,
  type Shape,
  ShapeError,
  defineLayer,
  formatShape,
  knownDim,
} from '@myelin/core';
import { ones, zeros } from '@myelin/initializers';
import { add, divide, maximum, multiply, reshape, sqrt, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { fromFirst } from '../internal/axes.js';
import { type AdaptData, eachBatch } from './internal/adapt-data.js';
import { type Moments, mergeMoments, momentsOf } from './internal/moments.js';

/** Options of {@link normalization}. */
export interface NormalizationConfig extends LayerConfig {
  /** The axes along which each place has a mean and a variance of its own; null for one of all numbers. @defaultValue -1 */
  axis?: number | readonly number[] | null;
  /** The mean, where it is known: a number, or one for each place. Needs `variance`. @defaultValue null */
  mean?: ArrayLike | null;
  /** The variance that belongs to `mean`. @defaultValue null */
  variance?: ArrayLike | null;
  /** Whether to go back from normalized numbers to the original ones. @defaultValue false */
  invert?: boolean;
}

/** What {@link normalization} can do besides what every layer can. */
export interface NormalizationMethods {
  /**
   * Learns mean and variance from data, in the place of those it had: an array, or batches, also asynchronous ones.
   *
   * They are computed in float64. Models that have been compiled use the new ones from their next step on.
   *
   * @throws ShapeError when the data do not fit what the layer was built for; ArgumentError where `mean` was given.
   * @see Keras `Normalization.adapt`
   */
  adapt(data: AdaptData): Promise<void>;
}

/** As in Keras, `keras.config.epsilon()`: what the standard deviation is at least. */
const epsilon = 1e-7;

/**
 * Shifts and scales numbers to mean 0 and variance 1: `y = (x - mean) / max(√variance, 1e-7)`; with `invert`
 * `y = mean + x · max(√variance, 1e-7)`.
 *
 * `adapt` learns the mean and the variance of the data before training, which does not change them.
 *
 * Input `[..., axes, ...]` → the same shape.
 * Weights, in saved order, none where `mean` is given: `mean`, `variance`, both of the sizes of `axis`, and `count`,
 * which Keras keeps and does not use.
 *
 * @example
 * ```ts
 * const layer = normalization();
 * await layer.adapt([[0, 10], [2, 30]]);
 * layer(tensor([[1, 20], [3, 40]])); // [[0, 0], [2, 2]]
 * normalization({ mean: 3, variance: 4 })(tensor([[1, 5]])); // [[-1, 1]]
 * ```
 * @throws ShapeError for axes that the input does not have, or whose size is unknown.
 * @see Keras `keras.layers.Normalization`
 */
export const normalization: LayerFactory<NormalizationConfig, Tensor, Tensor, NormalizationMethods> =
  /* @__PURE__ */ defineLayer({
    className: 'Normalization',
    floats: ['mean', 'variance'],
    defaults: { axis: -1, mean: null, variance: null, invert: false },
    resolve: { axis: axisList, mean: knownMoment, variance: knownMoment },
    supportsMasking: true,

    build({ config: { axis, mean, variance }, inputShape, addWeight, addState, who }) {
      const kept = keptAxes(axis, inputShape, who);
      const sizes = kept.map((axis) => knownDim(inputShape, axis, who));
      if (mean !== null && variance !== null) {
        return {
          kept,
          mean: addState('mean', NdArray.from(mean).cast('float32')),
          variance: addState('variance', NdArray.from(variance).cast('float32')),
        };
      }
      const learned = {
        mean: addWeight('mean', sizes, { initializer: zeros(), trainable: false }),
        variance: addWeight('variance', sizes, { initializer: ones(), trainable: false }),
      };
      addWeight('count', [], { initializer: zeros(), dtype: 'int64', trainable: false });
      return { kept, ...learned };
    },

    call(x, { config, state: { kept, ...moments } }) {
      const along = (moment: Tensor): Tensor => {
        const axes = kept.slice(kept.length - moment.rank);
        const newshape = x.shape.map((_, axis) => moment.shape[axes.indexOf(axis)] ?? 1);
        return reshape(moment, { newshape });
      };
      const mean = along(moments.mean);
      const deviation = maximum(sqrt(along(moments.variance)), epsilon);
      return config.invert ? add(mean, multiply(x, deviation)) : divide(subtract(x, mean), deviation);
    },

    methods: ({ config, who, build, builtFor }) => ({
      async adapt(data) {
        if (config.mean !== null) {
          throw new ArgumentError({ who, expected: 'a layer without `mean`', got: 'one that was given it' });
        }
        let found: Moments | undefined;
        await eachBatch(data, {}, who, (batch) => {
          const { kept } = build(batch.shape);
          checkSizes(batch.shape, builtFor() ?? [], kept, who);
          const moments = momentsOf(batch, kept);
          found = found === undefined ? moments : mergeMoments(found, moments);
        });
        if (found === undefined) return;
        const { mean, variance } = build([]);
        mean.assign(new NdArray(Float32Array.from(found.mean), mean.shape));
        variance.assign(new NdArray(Float32Array.from(found.variance), variance.shape));
      },
    }),
  });

function axisList(given: number | readonly number[] | null): readonly number[] {
  if (given === null) return [];
  return typeof given === 'number' ? [given] : given;
}

/** `mean` or `variance`, checked against each other. */
function knownMoment(
  given: ArrayLike | null,
  who: string,
  { mean, variance, axis }: Pick<Required<NormalizationConfig>, 'mean' | 'variance' | 'axis'>,
): ArrayLike | null {
  if ((mean === null) !== (variance === null)) {
    throw new ArgumentError({
      who,
      expected: '`mean` and `variance`, or neither',
      got: mean === null ? '`variance` alone' : '`mean` alone',
    });
  }
  if (given === null || mean === null || variance === null) return null;
  const [shape, other] = [mean, variance].map((value) => formatShape(NdArray.from(value).shape));
  if (shape !== other) {
    throw new ShapeError({
      who,
      expected: `\`variance\` of the shape ${shape} of \`mean\``,
      got: String(other),
    });
  }
  const axes = axisList(axis).length;
  const { rank } = NdArray.from(given);
  if (rank > axes) {
    throw new ShapeError({
      who,
      expected: `\`mean\` with at most ${axes} axes, as in \`axis\``,
      got: String(rank),
    });
  }
  return NdArray.from(given).toArray();
}

/** The axes counted from the front, in order. */
function keptAxes(axes: readonly number[], shape: Shape, who: string): number[] {
  const rank = shape.length;
  const stray = axes.find((axis) => !Number.isInteger(axis) || axis < -rank || axis >= rank);
  if (stray === undefined) return [...fromFirst(axes, rank)].sort((a, b) => a - b);
  throw new ShapeError({
    who,
    expected: `\`axis\` to name axes of the input ${formatShape(shape)}`,
    got: String(stray),
  });
}

function checkSizes(found: Shape, built: Shape, kept: readonly number[], who: string): void {
  if (found.length === built.length && kept.every((axis) => found[axis] === built[axis])) return;
  throw new ShapeError({
    who,
    expected: `data like the inputs ${formatShape(built)} that the layer was built for`,
    got: formatShape(found),
  });
}
