import { type Tensor, equal, isNaN } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { replaced } from './internal/replaced.js';

export interface NanToNumOptions {
  /** In the place of NaN. @defaultValue 0 */
  readonly nan?: number;
  /** In the place of +∞. @defaultValue the largest float32 */
  readonly posinf?: number | null;
  /** In the place of -∞. @defaultValue the smallest float32 */
  readonly neginf?: number | null;
}

/** `(2 - 2⁻²³) · 2¹²⁷`. */
const largest = 3.4028234663852886e38;

/**
 * Numbers in the place of NaN and infinities, which have no gradient.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * nanToNum(tensor([1, NaN, Infinity]), { nan: -1, posinf: 9 }); // [1, -1, 9]
 * ```
 * @see Keras `keras.ops.nan_to_num`
 */
export const nanToNum: OptionOp<NanToNumOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'NanToNum',
  module: 'numpy',
  options: ['nan', 'posinf', 'neginf'],
  call(x: Tensor, { nan = 0, posinf, neginf }: NanToNumOptions) {
    if (x.dtype !== 'float32') return x;
    const numbers = replaced(x, () => isNaN(x), nan);
    const below = replaced(numbers, () => equal(x, Infinity), posinf ?? largest);
    return replaced(below, () => equal(x, -Infinity), neginf ?? -largest);
  },
});
