import { type OpClass, defineOp } from '../define-op.js';
import { arctan2 } from '../arctan2.js';
import { less } from '../less.js';
import { toFloat } from '../promote.js';
import { where } from '../where.js';
import { type MaybeComplex, partsOf } from './internal/parts-of.js';
import type { PartOp } from './real.js';

/**
 * The angles of complex numbers, which are pairs here, from -π to π; real numbers have 0, negative ones π.
 *
 * @example
 * ```ts
 * angle([tensor([1, 0]), tensor([0, 2])]); // [0, 1.5708]
 * ```
 * @see Keras `keras.ops.angle`
 */
export const angle: PartOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Angle',
  module: 'numpy',
  call(x: MaybeComplex) {
    const [real, imaginary] = partsOf(x);
    if (imaginary !== null) return arctan2(toFloat(imaginary), toFloat(real));
    return where(less(real, 0), Math.PI, 0);
  },
});
