import { type Tensor, div, neg } from '@tensorflow/tfjs-core';
import { type OpClass, defineOp } from '../define-op.js';
import type { ComplexOp } from './fft.js';
import { onPlanes } from './internal/on-planes.js';

/**
 * What {@link fft2} transformed: matrices from their Fourier transforms.
 *
 * Real and imaginary parts `[..., rows, columns]` → those of the result, of the same shape.
 *
 * @example
 * ```ts
 * ifft2([tensor([[10, -2], [-4, 0]]), tensor([[0, 0], [0, 0]])])[0]; // [[1, 2], [3, 4]]
 * ```
 * @throws ShapeError when the parts differ in shape, or have one axis.
 * @see Keras `keras.ops.ifft2`
 */
export const ifft2: ComplexOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'IFFT2',
  module: 'math',
  call([real, imaginary]: readonly [Tensor, Tensor]) {
    // The transform of the conjugate is the conjugate of the inverse transform, but for the size.
    const [sum, conjugate] = onPlanes('ifft2', [real, neg(imaginary)]);
    const [rows = 0, columns = 0] = real.shape.slice(-2);
    return [div(sum, rows * columns), div(neg(conjugate), rows * columns)];
  },
});
