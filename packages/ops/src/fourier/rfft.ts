import { type Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { spectrumOf } from './internal/spectrum-of.js';

export interface RfftOptions {
  /** How many elements are transformed: longer rows are cut, shorter ones end in zeros. @defaultValue all there are */
  readonly fftLength?: number | null;
}

/**
 * Fourier transforms of real numbers along the last axis: the first half of `y[k] = Σ x[j] · e^(-2πi · jk / n)`, for the
 * other one is its mirror image.
 *
 * `[..., n]` → real and imaginary parts `[..., floor(n / 2) + 1]`.
 *
 * @example
 * ```ts
 * rfft(tensor([1, 2, 3, 4])); // [[10, -2, -2], [0, 2, 0]]
 * ```
 * @see Keras `keras.ops.rfft`
 */
export const rfft: (<X extends Operand>(
  x: X,
  options?: RfftOptions,
) => [real: Result<X>, imaginary: Result<X>]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'RFFT',
  module: 'math',
  options: ['fftLength'],
  call: (x: Tensor, { fftLength = null }: RfftOptions) => spectrumOf(x, fftLength ?? x.shape.at(-1) ?? 0),
});
