import { type Tensor, clipByValue } from '@tensorflow/tfjs-core';
import { type CastOptions, cast } from './cast.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

/**
 * The elements in another type; what is too large or too small for it becomes its largest or smallest value.
 *
 * @example
 * ```ts
 * saturateCast(tensor([-1e10, 1.5]), { dtype: 'int32' }); // [-2147483648, 1]
 * ```
 * @see Keras `keras.ops.saturate_cast`
 */
export const saturateCast: OptionOp<CastOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'SaturateCast',
  module: 'core',
  options: ['dtype'],
  call(x: Tensor, { dtype }: CastOptions) {
    const narrows = x.dtype === 'float32' && dtype === 'int32';
    return cast(narrows ? clipByValue(x, -(2 ** 31), largestFloat) : x, { dtype });
  },
});

/** The largest float32 that is an int32. */
const largestFloat = 2 ** 31 - 128;
