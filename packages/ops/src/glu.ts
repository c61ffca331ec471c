import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, split } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { multiply } from './multiply.js';
import { sigmoid } from './sigmoid.js';

export interface GluOptions {
  /** The axis that is halved. @defaultValue -1 */
  readonly axis?: number;
}

/**
 * Gated linear unit: `y = a · sigmoid(b)`, where `a` and `b` are the halves of `x` along an axis.
 *
 * `[..., 2 · n, ...]` → `[..., n, ...]`.
 *
 * @example
 * ```ts
 * glu(tensor([3, 0])); // [1.5]
 * ```
 * @throws ShapeError when the axis has an odd size.
 * @see Keras `keras.ops.glu`; Dauphin et al., 2016, arXiv 1612.08083.
 */
export const glu: OptionOp<GluOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Glu',
  module: 'nn',
  options: ['axis'],
  call(x: Tensor, { axis = -1 }: GluOptions) {
    const size = x.shape.at(axis);
    if (size === undefined || size % 2 !== 0) {
      throw new ShapeError({
        who: 'glu',
        expected: `an even size of axis ${axis}`,
        got: formatShape(x.shape),
      });
    }
    const [a, b] = split(x, 2, axis) as [Tensor, Tensor];
    return multiply(a, sigmoid(b));
  },
});
