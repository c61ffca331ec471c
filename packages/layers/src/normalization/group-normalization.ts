import {
  ArgumentError,
  type LayerConfig,
  type LayerFactory,
  type Shape,
  ShapeError,
  defineLayer,
  formatShape,
  knownDim,
} from '@myelin/core';
import { reshape } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { isPositiveInteger } from '../internal/positive-integer.js';
import { fixedSizes } from './internal/fixed-sizes.js';
import {
  type ScaleAndCenterOptions,
  scaleAndCenter,
  scaleAndCenterDefaults,
  scaleAndCenterResolvers,
} from './internal/scale-and-center.js';
import { standardize } from './internal/standardize.js';

/** Options of {@link groupNormalization}. */
export interface GroupNormalizationConfig extends LayerConfig, ScaleAndCenterOptions {
  /** Into how many groups the channels are divided; -1 makes each channel its own (instance normalization). @defaultValue 32 */
  groups?: number;
  /** The axis of the channels. @defaultValue -1 */
  axis?: number;
}

/**
 * Groups of channels with mean 0 and variance 1 within each example: `y = gamma · (x - mean) / √(variance + epsilon) +
 * beta`, with mean and variance over all places and the channels of one group.
 *
 * Unlike batch normalization it does the same in training and at inference, and for batches of any size: for images of
 * which only few fit into a batch. One group is nearly layer normalization.
 *
 * Input `[batch, ..., channels]` → the same shape; the channels lie on `axis`.
 * Weights, in saved order: `gamma [channels]` if `scale`, `beta [channels]` if `center`.
 *
 * @example
 * ```ts
 * groupNormalization({ groups: 2, epsilon: 0 })(tensor([[1, 3, 10, 30]])); // [[-1, 1, -1, 1]]
 * ```
 * @throws ShapeError when the number of channels is unknown, changes, or cannot be divided into the groups.
 * @see Keras `keras.layers.GroupNormalization`; Wu and He, 2018, arXiv 1803.08494, equations 1 to 7.
 */
export const groupNormalization: LayerFactory<GroupNormalizationConfig> = /* @__PURE__ */ defineLayer({
  className: 'GroupNormalization',
  defaults: { groups: 32, axis: -1, ...scaleAndCenterDefaults },
  floats: ['epsilon'],
  supportsMasking: true,
  resolve: { groups, axis, ...scaleAndCenterResolvers },
  builtConfig: (config, inputShape) => ({ groups: groupsIn(config, inputShape) }),

  inputSpec: ({ config, inputShape, who }) => fixedSizes([config.axis], inputShape, who),

  build({ config, inputShape, who, addWeight }) {
    const channels = knownDim(inputShape, config.axis, who);
    const count = groupsIn(config, inputShape);
    if (channels % count !== 0) {
      throw new ShapeError({
        who,
        expected: `a number of channels that can be divided into ${count} groups`,
        got: formatShape(inputShape),
      });
    }
    return scaleAndCenter(config, [channels], addWeight);
  },

  call(x, { config, state: { gamma, beta } }) {
    const channels = (config.axis + x.rank) % x.rank;
    const size = x.shape[channels] ?? 0;
    const count = groupsIn(config, x.shape);
    // The channels become two axes: the groups, and the channels of a group.
    const grouped = (shape: readonly number[]): number[] => [
      ...shape.slice(0, channels),
      count,
      size / count,
      ...shape.slice(channels + 1),
    ];
    const spread = (weight: Tensor): Tensor => reshape(weight, { newshape: grouped(x.shape.map(() => 1)) });
    const parts = reshape(x, { newshape: grouped(x.shape) });
    const y = standardize(parts, {
      axis: parts.shape.map((_, axis) => axis).filter((axis) => axis > 0 && axis !== channels),
      epsilon: config.epsilon,
      gamma: gamma && spread(gamma),
      beta: beta && spread(beta),
    });
    return reshape(y, { newshape: x.shape });
  },
});

function groupsIn({ groups, axis }: { groups: number; axis: number }, shape: Shape): number {
  return groups === -1 ? (shape.at(axis) ?? 1) : groups;
}

function groups(given: number, who: string): number {
  if (given === -1 || isPositiveInteger(given)) return given;
  throw new ArgumentError({
    who,
    expected: '`groups` to be a positive whole number, or -1 for as many as there are channels',
    got: String(given),
  });
}

function axis(given: number, who: string): number {
  if (Number.isSafeInteger(given) && given !== 0) return given;
  throw new ArgumentError({
    who,
    expected: '`axis` to be a whole number other than 0, which is the batch',
    got: String(given),
  });
}
