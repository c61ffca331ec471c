import { type Tensor, mul, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { takeWindows } from '../internal/windows.js';
import { pad } from '../pad.js';
import { toFloat } from '../promote.js';
import { spectrumOf } from './internal/spectrum-of.js';
import { type StftOptions, stftWindow } from './internal/stft-window.js';

/**
 * Fourier transforms of short sequences that overlap: how the frequencies of a signal change over time.
 *
 * With `center` the signal is mirrored at both ends.
 *
 * `[..., steps]` → real and imaginary parts `[..., sequences, floor(fftLength / 2) + 1]`.
 *
 * @example
 * ```ts
 * const tone = tensor([1, -1, 1, -1, 1, -1, 1, -1]);
 * stft(tone, { sequenceLength: 4, sequenceStride: 4, fftLength: 4 })[0]; // [[0, -1, 2], [0, -1, 2], [0, -1, 2]]
 * ```
 * @throws ArgumentError when `fftLength` is less than `sequenceLength`, or the window is unknown.
 * @throws ShapeError when the window has another length than the sequences.
 * @see Keras `keras.ops.stft`
 */
export const stft: (<X extends Operand>(
  x: X,
  options: StftOptions,
) => [real: Result<X>, imaginary: Result<X>]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'STFT',
  module: 'math',
  options: ['sequenceLength', 'sequenceStride', 'fftLength', 'window', 'center'],
  call(x: Tensor, options: StftOptions) {
    const { sequenceStride: stride, fftLength: size, center = true } = options;
    const window = stftWindow('stft', options);
    const around = center ? Math.floor(size / 2) : 0;
    const padWidth = x.shape.map((_, axis): [number, number] =>
      axis < x.rank - 1 ? [0, 0] : [around, around],
    );
    const signal = pad(toFloat(x), { padWidth, mode: 'reflect' });
    const windows = takeWindows(signal, x.rank - 1, { size, stride, dilation: 1 });
    const sequences = reshape(windows, [...x.shape.slice(0, -1), -1, size]);
    return spectrumOf(window === null ? sequences : mul(sequences, window), size);
  },
});
