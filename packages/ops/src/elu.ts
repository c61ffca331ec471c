import { type Tensor, elu as tfElu, mul, where } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { greater } from './greater.js';
import { toFloat } from './promote.js';

export interface EluOptions {
  /** What `-y` approaches for very negative inputs. @defaultValue 1 */
  readonly alpha?: number;
}

/**
 * Exponential linear unit: `y = x` for `x > 0`, else `alpha · (eˣ - 1)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * elu(tensor([2, 0])); // [2, 0]
 * ```
 * @see Keras `keras.ops.elu`; Clevert et al., 2015, arXiv 1511.07289.
 */
export const elu: OptionOp<EluOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Elu',
  module: 'nn',
  options: ['alpha'],
  call(x: Tensor, { alpha = 1 }: EluOptions) {
    const y = tfElu(toFloat(x));
    return alpha === 1 ? y : where(greater(x, 0), y, mul(y, alpha));
  },
});
