import { type Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { expectComplex } from './internal/on-rows.js';
import { signalOf } from './internal/signal-of.js';

export interface IrfftOptions {
  /** How many elements the result has. @defaultValue twice as many as there are, without the first and the last one */
  readonly fftLength?: number | null;
}

/**
 * What {@link rfft} transformed: real numbers from the first half of their Fourier transform.
 *
 * Imaginary parts that transforms of real numbers do not have are not read. A half that is too long is cut, a short one ends
 * in zeros.
 *
 * Real and imaginary parts `[..., floor(n / 2) + 1]` → `[..., n]`.
 *
 * @example
 * ```ts
 * irfft([tensor([10, -2, -2]), tensor([0, 2, 0])]); // [1, 2, 3, 4]
 * ```
 * @throws ShapeError when the parts differ in shape.
 * @see Keras `keras.ops.irfft`
 */
export const irfft: (<A extends Operand, B extends Operand>(
  x: readonly [real: A, imaginary: B],
  options?: IrfftOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'IRFFT',
  module: 'math',
  options: ['fftLength'],
  call(x: readonly [Tensor, Tensor], { fftLength = null }: IrfftOptions) {
    expectComplex('irfft', x, 1);
    return signalOf(x, fftLength ?? 2 * ((x[0].shape.at(-1) ?? 1) - 1));
  },
});
