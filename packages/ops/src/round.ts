import { type Tensor, cast, div, mul, round as tfRound } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

export interface RoundOptions {
  /** Digits after the point that stay; negative ones count tens, hundreds and so on. @defaultValue 0 */
  readonly decimals?: number;
}

/**
 * The nearest number with so many decimals; halves go to the even neighbour.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * round(tensor([0.5, 1.5, -1.7])); // [0, 2, -2]
 * ```
 * @see Keras `keras.ops.round`
 */
export const round: OptionOp<RoundOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Round',
  module: 'numpy',
  options: ['decimals'],
  call: (x: Tensor, { decimals = 0 }: RoundOptions) => {
    if (x.dtype !== 'float32' && decimals >= 0) return x;
    if (decimals === 0) return tfRound(x);
    const scale = 10 ** Math.abs(decimals);
    const [up, down] = decimals > 0 ? [mul, div] : [div, mul];
    const rounded = down(tfRound(up(toFloat(x), scale)), scale);
    return x.dtype === 'float32' ? rounded : cast(rounded, x.dtype);
  },
});
