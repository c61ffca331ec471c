import { ArgumentError, type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { type StftConfig, stft } from '@myelin/initializers';
import {
  add,
  arctan2,
  concatenate,
  conv,
  log,
  maximum,
  multiply,
  reshape,
  sqrt,
  square,
  tensor,
  transpose,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type DataFormat, type Padding, dataFormat, oneOf, padding } from '../internal/one-of.js';
import { positiveInteger } from '../internal/positive-integer.js';

/** Options of {@link stftSpectrogram}. */
export interface StftSpectrogramConfig extends LayerConfig {
  /**
   * What is made of the complex numbers: the logarithm of their magnitude, their magnitude, power of both sides (`'psd'`), a part
   * of theirs, their angle, or both parts side by side (`'stft'`). @defaultValue 'log'
   */
  mode?: 'log' | 'magnitude' | 'psd' | 'real' | 'imag' | 'angle' | 'stft';
  /** Samples of a frame. @defaultValue 256 */
  frameLength?: number;
  /** Samples from frame to frame, not more than a frame has; null is half of a frame. @defaultValue null */
  frameStep?: number | null;
  /** Samples that the transform counts, at least those of a frame; null is the next power of 2. @defaultValue null */
  fftLength?: number | null;
  /** What weighs the samples of a frame, as in the initializer `stft`. @defaultValue 'hann' */
  window?: NonNullable<StftConfig['window']> | null;
  /** Whether the window is one period of a periodic one instead of symmetric. @defaultValue false */
  periodic?: boolean;
  /** What the window is divided by: its Euclidean norm, its sum, or nothing. @defaultValue 'density' */
  scaling?: 'density' | 'spectrum' | null;
  /** Whether frames lie within the signal, or reach over its ends. @defaultValue 'valid' */
  padding?: Padding;
  /** Whether the frequencies have an axis of their own, beside that of the channels. @defaultValue false */
  expandDims?: boolean;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
}

type Mode = NonNullable<StftSpectrogramConfig['mode']>;

/**
 * How strong each frequency is at each time: the short-time Fourier transform of a signal, as a convolution with waves that
 * training may change.
 *
 * Input `[batch, time, channels]` → output `[batch, frames, channels · frequencies]`, or with `expandDims`
 * `[batch, frames, frequencies, channels]`; with channels first `[batch, channels · frequencies, frames]` or
 * `[batch, channels, frames, frequencies]`. Frequencies are `fftLength / 2 + 1`, twice as many for `'stft'`.
 * Weights, in saved order: `real_kernel [frameLength, 1, frequencies]` unless the mode is `'imag'`, `imag_kernel` likewise
 * unless it is `'real'`.
 *
 * @example
 * ```ts
 * const layer = stftSpectrogram({ mode: 'magnitude', frameLength: 2, window: null, scaling: null });
 * layer(tensor([[[1], [1], [2]]])); // [[[2, 0.0003], [3, 1]]]
 * ```
 * @throws ArgumentError for steps longer than a frame, and transforms shorter than one.
 * @see Keras `keras.layers.STFTSpectrogram`
 */
export const stftSpectrogram: LayerFactory<StftSpectrogramConfig> = /* @__PURE__ */ defineLayer({
  className: 'STFTSpectrogram',
  defaults: {
    mode: 'log',
    frameLength: 256,
    frameStep: null,
    fftLength: null,
    window: 'hann',
    periodic: false,
    scaling: 'density',
    padding: 'valid',
    expandDims: false,
    dataFormat: 'channels_last',
  },
  resolve: {
    mode: /* @__PURE__ */ oneOf<Mode>('mode', ['log', 'magnitude', 'psd', 'real', 'imag', 'angle', 'stft']),
    frameLength: positiveInteger('frameLength'),
    frameStep: (
      given: number | null,
      who: string,
      { frameLength }: Readonly<Required<StftSpectrogramConfig>>,
    ) =>
      given === null || (given >= 1 && given <= frameLength)
        ? given
        : refuse(who, 'frameStep', 'not greater', given),
    fftLength: (
      given: number | null,
      who: string,
      { frameLength }: Readonly<Required<StftSpectrogramConfig>>,
    ) => (given === null || given >= frameLength ? given : refuse(who, 'fftLength', 'not less', given)),
    padding,
    dataFormat,
  },
  inputSpec: () => ({ rank: 3 }),

  build({ config, addWeight }) {
    const { mode, frameLength, window, scaling, periodic } = config;
    const fftLength = config.fftLength ?? 2 ** Math.ceil(Math.log2(frameLength));
    const shape = [frameLength, 1, Math.floor(fftLength / 2) + 1];
    const kernel = (side: 'real' | 'imag'): ReturnType<typeof addWeight> =>
      addWeight(`${side}_kernel`, shape, { initializer: stft({ side, window, scaling, periodic }) });
    return {
      real: mode === 'imag' ? null : kernel('real'),
      imaginary: mode === 'real' ? null : kernel('imag'),
    };
  },

  call(x, { config, state: { real, imaginary } }) {
    const signals = config.dataFormat === 'channels_first' ? x : transpose(x, { axes: [0, 2, 1] });
    const [batch = 0, channels = 0, time = 0] = signals.shape;
    const rows = reshape(signals, { newshape: [batch * channels, time, 1] });
    const strides = config.frameStep ?? Math.floor(config.frameLength / 2);
    const sides = [real, imaginary].flatMap((kernel) => {
      if (kernel === null) return [];
      const side = conv(rows, kernel, { strides, padding: config.padding });
      return [reshape(side, { newshape: [batch, channels, ...side.shape.slice(1)] })];
    });
    return arranged(combined(sides, config.mode), config);
  },
});

function refuse(who: string, option: string, relation: string, given: number): never {
  throw new ArgumentError({
    who,
    expected: `\`${option}\` to be positive and ${relation} than \`frameLength\``,
    got: String(given),
  });
}

const epsilon = 1e-7;

/** What a mode makes of the parts, `[batch, channels, frames, frequencies]`. */
function combined(sides: readonly Tensor[], mode: Mode): Tensor {
  const [first, second] = sides as [Tensor, Tensor | undefined];
  if (second === undefined) return first;
  if (mode === 'angle') return arctan2(second, first);
  if (mode === 'stft') return concatenate([first, second], { axis: 3 });
  const power = add(square(first), square(second));
  if (mode === 'psd') {
    // All frequencies but the lowest and the highest stand for two.
    const count = power.shape[3] ?? 0;
    const sides = Array.from({ length: count }, (_, i) => (i === 0 || i === count - 1 ? 1 : 2));
    return multiply(power, tensor(sides, 'float32'));
  }
  const magnitude = sqrt(maximum(power, epsilon));
  return mode === 'magnitude' ? magnitude : log(maximum(magnitude, epsilon));
}

/** The axes as the options want them. */
function arranged(
  x: Tensor,
  { dataFormat: format, expandDims }: { dataFormat: DataFormat; expandDims: boolean },
): Tensor {
  const [batch = 0, channels = 0, frames = 0, frequencies = 0] = x.shape;
  if (format === 'channels_first') {
    if (expandDims) return x;
    const flat = transpose(x, { axes: [0, 1, 3, 2] });
    return reshape(flat, { newshape: [batch, channels * frequencies, frames] });
  }
  if (expandDims) return transpose(x, { axes: [0, 2, 3, 1] });
  return reshape(transpose(x, { axes: [0, 2, 1, 3] }), { newshape: [batch, frames, channels * frequencies] });
}
