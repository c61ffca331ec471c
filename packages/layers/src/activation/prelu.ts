import { ArgumentError, type LayerConfig, type LayerFactory, defineLayer, knownDim } from '@myelin/core';
import { multiply, negative, relu, subtract } from '@myelin/ops';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from '../internal/resolve.js';
import { weightOptions } from '../internal/weight-options.js';

/** Options of {@link prelu}. */
export interface PreluConfig extends LayerConfig {
  /** @defaultValue 'zeros' */
  alphaInitializer?: InitializerLike;
  /** Penalty on `alpha`. @defaultValue null */
  alphaRegularizer?: RegularizerLike;
  /** Projection of `alpha` after each update. @defaultValue null */
  alphaConstraint?: ConstraintLike;
  /**
   * Axes along which all places have one slope, counted from 1 since 0 is the batch: `[1, 2]` leaves images with one slope
   * a channel. @defaultValue null, each place has its own
   */
  sharedAxes?: number | readonly number[] | null;
}

/**
 * Rectified linear unit that learns how much it leaks: `y = x` for `x ≥ 0`, else `alpha · x`.
 *
 * Input `[batch, ...]` → the same shape.
 * Weights: `alpha`, with the shape of one example and size 1 on `sharedAxes`.
 *
 * @example
 * ```ts
 * prelu({ alphaInitializer: 'ones' })(tensor([[-2, 3]])); // [[-2, 3]]
 * ```
 * @throws ShapeError when the size of an axis that is not shared is unknown or changes.
 * @see Keras `keras.layers.PReLU`; He et al., 2015, arXiv 1502.01852.
 */
export const prelu: LayerFactory<PreluConfig> = /* @__PURE__ */ defineLayer({
  className: 'PReLU',
  defaults: {
    alphaInitializer: 'zeros',
    alphaRegularizer: null,
    alphaConstraint: null,
    sharedAxes: null,
  },
  supportsMasking: true,
  resolve: {
    alphaInitializer: initializer,
    alphaRegularizer: regularizer,
    alphaConstraint: constraint,
    sharedAxes,
  },

  inputSpec: ({ config, inputShape, who }) => ({
    rank: inputShape.length,
    axes: Object.fromEntries(
      inputShape
        .map((_, axis) => axis)
        .filter((axis) => axis > 0 && config.sharedAxes?.includes(axis) !== true)
        .map((axis) => [axis, knownDim(inputShape, axis, who)]),
    ),
  }),

  build({ config, inputShape, who, addWeight }) {
    const sizes = inputShape
      .slice(1)
      .map((_, i) => (config.sharedAxes?.includes(i + 1) === true ? 1 : knownDim(inputShape, i + 1, who)));
    return { alpha: addWeight('alpha', sizes, weightOptions('alpha', config)) };
  },

  call: (x, { state: { alpha } }) => subtract(relu(x), multiply(alpha, relu(negative(x)))),
});

function sharedAxes(given: number | readonly number[] | null, who: string): readonly number[] | null {
  if (given === null) return null;
  const axes = typeof given === 'number' ? [given] : given;
  if (axes.every((axis) => Number.isSafeInteger(axis) && axis > 0)) return axes;
  throw new ArgumentError({
    who,
    expected: '`sharedAxes` to be positive whole numbers; axis 0 is the batch',
    got: JSON.stringify(given),
  });
}
