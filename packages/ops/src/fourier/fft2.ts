import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, defineOp } from '../define-op.js';
import type { ComplexOp } from './fft.js';
import { onPlanes } from './internal/on-planes.js';

/**
 * Fourier transforms of matrices: along the last axis and the one before.
 *
 * Real and imaginary parts `[..., rows, columns]` → those of the result, of the same shape.
 *
 * @example
 * ```ts
 * fft2([tensor([[1, 2], [3, 4]]), tensor([[0, 0], [0, 0]])])[0]; // [[10, -2], [-4, 0]]
 * ```
 * @throws ShapeError when the parts differ in shape, or have one axis.
 * @see Keras `keras.ops.fft2`
 */
export const fft2: ComplexOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'FFT2',
  module: 'math',
  call: (x: readonly [Tensor, Tensor]) => onPlanes('fft2', x),
});
