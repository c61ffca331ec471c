import { clone } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { type MaybeComplex, partsOf } from './internal/parts-of.js';

/** Takes real numbers, or complex ones as pairs of their real and imaginary parts; returns real numbers. */
export type PartOp = <A extends Operand, B extends Operand = A>(
  x: A | readonly [real: A, imaginary: B],
) => Result<A | B>;

/**
 * The real parts of complex numbers, which are pairs here; real numbers as they are.
 *
 * @example
 * ```ts
 * real([tensor([1, 2]), tensor([3, 4])]); // [1, 2]
 * ```
 * @see Keras `keras.ops.real`
 */
export const real: PartOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Real',
  module: 'numpy',
  call: (x: MaybeComplex) => clone(partsOf(x)[0]),
});
