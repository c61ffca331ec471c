import { cast, onesLike } from '@tensorflow/tfjs-core';
import { type OpClass, defineOp } from '../define-op.js';
import { equal } from '../equal.js';
import { type MaybeComplex, partsOf } from './internal/parts-of.js';
import type { PartOp } from './real.js';

/**
 * Whether numbers have no imaginary part, or one of 0. bool.
 *
 * @example
 * ```ts
 * isreal([tensor([1, 2]), tensor([0, 4])]); // [true, false]
 * ```
 * @see Keras `keras.ops.isreal`
 */
export const isreal: PartOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Isreal',
  module: 'numpy',
  call(x: MaybeComplex) {
    const [real, imaginary] = partsOf(x);
    return imaginary === null ? cast(onesLike(real), 'bool') : equal(imaginary, 0);
  },
});
