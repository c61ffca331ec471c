import { type NamedFunction, ShapeError, defineActivation, formatShape } from '@myelin/core';
import { multiply, sigmoid, slice } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export interface GluOptions {
  /** The axis that is halved. @defaultValue -1 */
  readonly axis?: number;
}

/**
 * Gated linear unit: `y = a · sigmoid(b)`, where `a` and `b` are the halves of `x` along an axis.
 *
 * @example
 * ```ts
 * glu(tensor([3, 0])); // [1.5]
 * ```
 * @throws ShapeError when the axis has an odd size.
 * @see Keras `keras.activations.glu`; Dauphin et al., 2016, arXiv 1612.08083.
 * @id glu
 */
export const glu: ((x: Tensor, options?: GluOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('glu', (x: Tensor, { axis = -1 }: GluOptions = {}): Tensor => {
    const size = x.shape.at(axis);
    if (size === undefined || size % 2 !== 0) {
      throw new ShapeError({
        who: 'glu',
        expected: `an even size of axis ${axis}`,
        got: formatShape(x.shape),
      });
    }
    const halved = (axis + x.rank) % x.rank;
    const shape = x.shape.map((length, i) => (i === halved ? length / 2 : length));
    const half = (start: number): Tensor =>
      slice(x, { startIndices: x.shape.map((_, i) => (i === halved ? start : 0)), shape });
    return multiply(half(0), sigmoid(half(size / 2)));
  });
