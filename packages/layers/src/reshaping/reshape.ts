import {
  ArgumentError,
  type LayerConfig,
  type LayerFactory,
  type Shape,
  ShapeError,
  defineLayer,
  formatShape,
  isStatic,
  shapeSize,
} from '@myelin/core';
import { reshape as arrange } from '@myelin/ops';

/** Options of {@link reshape}. */
export interface ReshapeConfig extends LayerConfig {
  /** Sizes of one output, without the batch; one of them may be -1 and takes what is left. */
  targetShape: readonly number[];
}

/**
 * The same elements in another shape: `[batch, ...]` → `[batch, ...targetShape]`.
 *
 * Elements keep their order: the last axis runs fastest. No weights.
 *
 * @example
 * ```ts
 * reshape({ targetShape: [2, -1] })(tensor([[1, 2, 3, 4]])); // [[[1, 2], [3, 4]]]
 * ```
 * @throws ArgumentError for a target with sizes below -1, or with more than one -1.
 * @throws ShapeError when an input has another number of elements than the target.
 * @see Keras `keras.layers.Reshape`
 */
export const reshape: LayerFactory<ReshapeConfig> = /* @__PURE__ */ defineLayer({
  className: 'Reshape',
  required: ['targetShape'],
  defaults: {},
  resolve: { targetShape },
  inputSpec: () => ({ minRank: 1 }),

  build({ inputShape, config, who }) {
    fill(inputShape, config.targetShape, who);
    return {};
  },

  call(x, { config, who }) {
    return arrange(x, { newshape: fill(x.shape, config.targetShape, who) as number[] });
  },

  computeOutputShape: (inputShape, config) =>
    fill(inputShape, config.targetShape, `${config.name} (Reshape)`),
});

function targetShape(given: readonly number[], who: string): readonly number[] {
  const sizes = given.every((size) => Number.isSafeInteger(size) && size >= -1);
  if (sizes && given.filter((size) => size === -1).length <= 1) return [...given];
  throw new ArgumentError({
    who,
    expected: '`targetShape` to hold whole numbers that are not negative, and at most one -1',
    got: formatShape(given),
  });
}

/** The shape of the output, with what is left in the place of -1. */
function fill([batch = null, ...example]: Shape, target: readonly number[], who: string): Shape {
  const known = target.reduce((size, axis) => (axis === -1 ? size : size * axis), 1);
  if (!isStatic(example)) return [batch, ...target.map((axis) => (axis === -1 ? null : axis))];
  const size = shapeSize(example);
  const left = known === 0 ? 0 : size / known;
  if (target.includes(-1) ? known > 0 && Number.isInteger(left) : known === size) {
    return [batch, ...target.map((axis) => (axis === -1 ? left : axis))];
  }
  throw new ShapeError({
    who,
    expected: `inputs that fit ${formatShape(target)}`,
    got: `${formatShape(example)}, which has ${size} elements`,
  });
}
