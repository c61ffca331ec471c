import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { expectComplex, onRows } from './internal/on-rows.js';
import { transformed } from './internal/transformed.js';

/** Takes and returns complex numbers as pairs of their real and imaginary parts. */
export type ComplexOp = <A extends Operand, B extends Operand>(
  x: readonly [real: A, imaginary: B],
) => [real: Result<A | B>, imaginary: Result<A | B>];

/**
 * Fourier transforms along the last axis: `y[k] = Σ x[j] · e^(-2πi · jk / n)`.
 *
 * Any length is exact; those whose divisors are small take the fewest steps.
 *
 * Real and imaginary parts `[..., n]` → those of the result, of the same shape.
 *
 * @example
 * ```ts
 * fft([tensor([1, 2, 3, 4]), tensor([0, 0, 0, 0])]); // [[10, -2, -2, -2], [0, 2, 0, -2]]
 * ```
 * @throws ShapeError when the parts differ in shape.
 * @see Keras `keras.ops.fft`
 */
export const fft: ComplexOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'FFT',
  module: 'math',
  call(x: readonly [Tensor, Tensor]) {
    expectComplex('fft', x, 1);
    return onRows(x, transformed);
  },
});
