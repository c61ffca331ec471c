import { type Tensor, squeeze as tfSqueeze, util } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { axisOf } from './reduce-options.js';

export interface SqueezeOptions {
  /** The axes to take away, each of size 1. @defaultValue all of size 1 */
  readonly axis?: number | readonly number[] | null;
}

/**
 * Without axes of size 1.
 *
 * @example
 * ```ts
 * squeeze(tensor([[1, 2]])); // [1, 2]
 * ```
 * @see Keras `keras.ops.squeeze`
 */
export const squeeze: OptionOp<SqueezeOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Squeeze',
  module: 'numpy',
  options: ['axis'],
  call: (x: Tensor, { axis }: SqueezeOptions) =>
    tfSqueeze(
      x,
      axisOf(axis) === undefined
        ? undefined
        : util.parseAxisParam(axisOf(axis) as number | number[], x.shape),
    ),
});
