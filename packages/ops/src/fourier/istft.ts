import { type Tensor, gather, mul, reshape, slice, tensor1d, transpose } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { divideNoNan } from '../divide-no-nan.js';
import { windowPlaces } from '../internal/windows.js';
import { segmentSum } from '../segment-sum.js';
import { expectComplex } from './internal/on-rows.js';
import { signalOf } from './internal/signal-of.js';
import { type StftOptions, stftWindow } from './internal/stft-window.js';

export interface IstftOptions extends StftOptions {
  /** How many steps the result has. @defaultValue as many as the sequences cover */
  readonly length?: number | null;
}

/**
 * What {@link stft} transformed: a signal from the Fourier transforms of its short sequences, which are summed where they
 * overlap and divided by the squares of the windows there.
 *
 * Real and imaginary parts `[..., sequences, floor(fftLength / 2) + 1]` → `[..., steps]`.
 *
 * @example
 * ```ts
 * const sizes = { sequenceLength: 4, sequenceStride: 2, fftLength: 4 };
 * istft(stft(tensor([1, 2, 3, 4]), sizes), sizes); // [1, 2, 3, 4]
 * ```
 * @throws ArgumentError when `fftLength` is less than `sequenceLength`, or the window is unknown.
 * @throws ShapeError when the parts differ in shape, or the window has another length than the sequences.
 * @see Keras `keras.ops.istft`
 */
export const istft: (<A extends Operand, B extends Operand>(
  x: readonly [real: A, imaginary: B],
  options: IstftOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'ISTFT',
  module: 'math',
  options: ['sequenceLength', 'sequenceStride', 'fftLength', 'length', 'window', 'center'],
  call(x: readonly [Tensor, Tensor], options: IstftOptions) {
    expectComplex('istft', x, 2);
    const { sequenceStride: stride, fftLength: size, center = true, length = null } = options;
    const window = stftWindow('istft', options);
    const sequences = signalOf(x, size);
    const signal = overlapped(window === null ? sequences : mul(sequences, inverse(window, stride)), stride);
    const around = center ? Math.floor(size / 2) : 0;
    const steps = signal.shape.at(-1) ?? 0;
    const count = Math.min(length ?? steps - 2 * around, steps - around);
    return slice(
      signal,
      [...signal.shape.slice(1).map(() => 0), around],
      [...signal.shape.slice(0, -1), count],
    );
  },
});

/** A window divided by the sum of the squares of all windows that lie over a step. */
function inverse(window: Tensor, stride: number): Tensor {
  const phases = tensor1d(
    Int32Array.from({ length: window.size }, (_, i) => i % stride),
    'int32',
  );
  const squares = segmentSum(mul(window, window), phases, { numSegments: stride });
  return divideNoNan(window, gather(squares, phases));
}

/** Sequences `[..., sequences, size]` summed where they stand: `[..., steps]`. */
function overlapped(x: Tensor, stride: number): Tensor {
  const [sequences = 0, size = 0] = x.shape.slice(-2);
  const steps = (sequences - 1) * stride + size;
  const places = tensor1d(windowPlaces(steps, { size, stride, dilation: 1 }), 'int32');
  const elements = transpose(reshape(x, [-1, sequences * size]));
  const sums = segmentSum(elements, places, { numSegments: steps });
  return reshape(transpose(sums), [...x.shape.slice(0, -2), steps]);
}
