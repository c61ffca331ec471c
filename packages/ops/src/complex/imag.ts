import { clone, zerosLike } from '@tensorflow/tfjs-core';
import { type OpClass, defineOp } from '../define-op.js';
import { type MaybeComplex, partsOf } from './internal/parts-of.js';
import type { PartOp } from './real.js';

/**
 * The imaginary parts of complex numbers, which are pairs here; those of real numbers are 0.
 *
 * @example
 * ```ts
 * imag([tensor([1, 2]), tensor([3, 4])]); // [3, 4]
 * ```
 * @see Keras `keras.ops.imag`
 */
export const imag: PartOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Imag',
  module: 'numpy',
  call(x: MaybeComplex) {
    const [real, imaginary] = partsOf(x);
    return imaginary === null ? zerosLike(real) : clone(imaginary);
  },
});
