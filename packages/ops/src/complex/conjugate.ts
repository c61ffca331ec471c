import { clone, neg } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { type MaybeComplex, partsOf } from './internal/parts-of.js';

interface Conjugate {
  <A extends Operand, B extends Operand>(
    x: readonly [real: A, imaginary: B],
  ): [real: Result<A | B>, imaginary: Result<A | B>];
  <X extends Operand>(x: X): Result<X>;
}

/**
 * Complex numbers, which are pairs here, with the other sign of their imaginary parts; real numbers as they are.
 *
 * @example
 * ```ts
 * conjugate([tensor([1, 2]), tensor([3, -4])]); // [[1, 2], [-3, 4]]
 * ```
 * @see Keras `keras.ops.conjugate`
 */
export const conjugate: Conjugate & OpClass = /* @__PURE__ */ defineOp({
  className: 'Conjugate',
  module: 'numpy',
  call(x: MaybeComplex) {
    const [real, imaginary] = partsOf(x);
    return imaginary === null ? clone(real) : [clone(real), neg(imaginary)];
  },
});
