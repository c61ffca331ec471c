import { ArgumentError, type LayerConfig, type LayerFactory, type Shape, defineLayer } from '@myelin/core';
import { any, concatenate as join, expandDims, logicalOr, onesLike, zerosLike } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { checkList, mismatch } from '../internal/merge.js';

/** Options of {@link concatenate}. */
export interface ConcatenateConfig extends LayerConfig {
  /** The axis along which the inputs are joined; negative ones count from the end. @defaultValue -1 */
  axis?: number;
}

/**
 * Its inputs side by side: `y = [x₁, x₂, ...]` along `axis`.
 *
 * List of `[batch, ..., sizeᵢ, ...]` that agree on all other axes → `[batch, ..., Σ sizeᵢ, ...]`. No weights.
 * A step counts where it counts in one input; one without a mask counts everywhere.
 *
 * @example
 * ```ts
 * concatenate()([tensor([[1, 2]]), tensor([[3]])]); // [[1, 2, 3]]
 * ```
 * @throws ShapeError when the other axes differ.
 * @see Keras `keras.layers.Concatenate`
 */
export const concatenate: LayerFactory<ConcatenateConfig, readonly Tensor[]> = /* @__PURE__ */ defineLayer({
  className: 'Concatenate',
  defaults: { axis: -1 },
  resolve: { axis },

  build({ inputShape, config, who }) {
    checkJoin(inputShape, config.axis, who);
    return {};
  },

  call(inputs, { config, who }) {
    checkJoin(
      inputs.map((x) => x.shape),
      config.axis,
      who,
    );
    return join(inputs, { axis: config.axis });
  },

  computeMask(inputs, masks, { config }) {
    if (masks.every((mask) => mask === null)) return null;
    const spread = inputs.map((x, i) => spreadMask(x, masks[i] ?? null));
    return any(join(spread, { axis: config.axis }), { axis: -1, keepdims: false });
  },

  computeOutputShape([first = [], ...others], { axis: along }) {
    const joined = (along + first.length) % first.length;
    return first.map((size, i) =>
      i === joined ? others.reduce((total, other) => plus(total, other[i] ?? null), size) : size,
    );
  },
});

/** A mask of every element; an input without one counts everywhere. */
function spreadMask(x: Tensor, mask: Tensor | null): Tensor {
  if (mask === null) return onesLike(x, { dtype: 'bool' });
  const { length: rank } = x.shape;
  return mask.shape.length < rank
    ? logicalOr(expandDims(mask, { axis: -1 }), zerosLike(x, { dtype: 'bool' }))
    : mask;
}

function axis(given: number, who: string): number {
  if (Number.isSafeInteger(given)) return given;
  throw new ArgumentError({ who, expected: '`axis` to be a whole number', got: String(given) });
}

function checkJoin(shapes: readonly Shape[], along: number, who: string): void {
  checkList(shapes, who);
  const [first = []] = shapes;
  const rank = first.length;
  if (along < -rank || along >= rank || shapes.some((shape) => shape.length !== rank)) {
    throw mismatch(shapes, `inputs of one rank that have an axis ${along}`, who);
  }
  const joined = (along + rank) % rank;
  for (let other = 0; other < rank; other++) {
    const sizes = new Set(shapes.map((shape) => shape[other] ?? null).filter((size) => size !== null));
    if (other !== joined && sizes.size > 1) {
      throw mismatch(shapes, `inputs that agree on all axes but ${along}`, who);
    }
  }
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
