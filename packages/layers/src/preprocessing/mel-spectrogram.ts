import { ArgumentError, type LayerConfig, type LayerFactory, NdArray, defineLayer } from '@myelin/core';
import { type StftConfig, stft } from '@myelin/initializers';
import {
  add,
  conv,
  expandDims,
  log,
  matmul,
  max,
  maximum,
  multiply,
  pad,
  power,
  sqrt,
  square,
  squeeze,
  subtract,
  tensor,
  transpose,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';

/** Options of {@link melSpectrogram}. */
export interface MelSpectrogramConfig extends LayerConfig {
  /** Samples that each transform counts. @defaultValue 2048 */
  fftLength?: number;
  /** Samples from frame to frame. @defaultValue 512 */
  sequenceStride?: number;
  /** Samples of a frame, at most `fftLength`, which null stands for. @defaultValue null */
  sequenceLength?: number | null;
  /** What weighs the samples of a frame, as in the initializer `stft`. @defaultValue 'hann' */
  window?: NonNullable<StftConfig['window']> | null;
  /** Samples a second. @defaultValue 16000 */
  samplingRate?: number;
  /** How many bands there are. @defaultValue 128 */
  numMelBins?: number;
  /** Where the lowest band begins, in hertz. @defaultValue 20 */
  minFreq?: number;
  /** Where the highest band ends; null is half of the sampling rate. @defaultValue null */
  maxFreq?: number | null;
  /** Whether the output is in decibels. @defaultValue true */
  powerToDb?: boolean;
  /** How far below the loudest of a batch the output reaches, in decibels. @defaultValue 80 */
  topDb?: number;
  /** The power of the magnitude: 1 for energy, 2 for power. @defaultValue 2 */
  magExp?: number;
  /** The least power that is told apart. @defaultValue 1e-10 */
  minPower?: number;
  /** The power of 0 decibels. @defaultValue 1 */
  refPower?: number;
}

type Resolved = Readonly<Required<MelSpectrogramConfig>> & {
  readonly sequenceLength: number;
  readonly maxFreq: number;
};

/**
 * How strong each band of the Mel scale is at each time, as ears hear it: bands are wider where tones are higher.
 *
 * Input `[batch, time]`, or one signal `[time]` → output `[batch, numMelBins, frames]`, or `[numMelBins, frames]`. The signal is
 * mirrored at its ends, so that frames stand around their samples. No weights.
 *
 * @example
 * ```ts
 * const layer = melSpectrogram({ fftLength: 8, sequenceStride: 4, numMelBins: 2 });
 * layer(ones([12])).shape; // [2, 4]
 * ```
 * @throws ArgumentError for frames longer than `fftLength`.
 * @see Keras `keras.layers.MelSpectrogram`
 */
export const melSpectrogram: LayerFactory<MelSpectrogramConfig> = /* @__PURE__ */ defineLayer({
  className: 'MelSpectrogram',
  floats: ['minFreq', 'topDb', 'magExp', 'minPower', 'refPower'],
  defaults: {
    fftLength: 2048,
    sequenceStride: 512,
    sequenceLength: null,
    window: 'hann',
    samplingRate: 16000,
    numMelBins: 128,
    minFreq: 20,
    maxFreq: null,
    powerToDb: true,
    topDb: 80,
    magExp: 2,
    minPower: 1e-10,
    refPower: 1,
  },
  resolve: {
    fftLength: positiveInteger('fftLength'),
    sequenceStride: positiveInteger('sequenceStride'),
    numMelBins: positiveInteger('numMelBins'),
    sequenceLength: frameLength,
    maxFreq: (given: number | null, _: string, { samplingRate }: Readonly<Required<MelSpectrogramConfig>>) =>
      given ?? Math.floor(samplingRate / 2),
  },
  build: () => ({}),

  call(x, { config }) {
    const signals = x.rank === 1 ? expandDims(x, { axis: 0 }) : x;
    const bands = matmul(spectrum(signals, config), tensor(melWeights(config)));
    const output = transpose(config.powerToDb ? decibels(bands, config) : bands, { axes: [0, 2, 1] });
    return x.rank === 1 ? squeeze(output, { axis: 0 }) : output;
  },
});

function frameLength(
  given: number | null,
  who: string,
  { fftLength }: Readonly<Required<MelSpectrogramConfig>>,
): number {
  const length = given ?? fftLength;
  if (length > 0 && length <= fftLength) return length;
  throw new ArgumentError({
    who,
    expected: '`sequenceLength` to be positive and at most `fftLength`',
    got: String(given),
  });
}

/** Powers of the magnitudes, `[batch, frames, frequencies]`. */
function spectrum(
  signals: Tensor,
  { fftLength, sequenceStride, sequenceLength, window, magExp }: Resolved,
): Tensor {
  const half = Math.floor(fftLength / 2);
  const around = pad(signals, {
    padWidth: [
      [0, 0],
      [half, half],
    ],
    mode: 'reflect',
  });
  const weights = paddedWindow(window, sequenceLength, fftLength);
  const [real, imaginary] = (['real', 'imag'] as const).map((side) => {
    const kernel = stft({ side, window: weights, scaling: null })([fftLength, 1, half + 1]);
    return conv(expandDims(around, { axis: -1 }), tensor(kernel), { strides: sequenceStride });
  }) as [Tensor, Tensor];
  return power(sqrt(add(square(real), square(imaginary))), magExp);
}

/** The weights of the samples of a frame, in the middle of zeros. */
function paddedWindow(window: Resolved['window'], length: number, fftLength: number): number[] {
  // The kernel of frequency 0 is the window itself.
  const { data } = stft({ window, periodic: true, scaling: null })([length, 1, 2]);
  const before = Math.floor((fftLength - length) / 2);
  const weights = Array<number>(fftLength).fill(0);
  for (let i = 0; i < length; i++) weights[before + i] = Number(data[2 * i]);
  return weights;
}

/** What each band takes of each frequency, `[frequencies, bands]`: triangles on the Mel scale. */
function melWeights({ fftLength, samplingRate, numMelBins, minFreq, maxFreq }: Resolved): NdArray {
  const mel = (hertz: number): number => 1127 * Math.log(1 + hertz / 700);
  const frequencies = Math.floor(fftLength / 2) + 1;
  const [low, high] = [mel(minFreq), mel(maxFreq)];
  const step = (high - low) / (numMelBins + 1);
  const data = Float32Array.from({ length: frequencies * numMelBins }, (_, i) => {
    const [bin, band] = [Math.floor(i / numMelBins), i % numMelBins];
    const at = (mel(((samplingRate / 2) * bin) / (frequencies - 1)) - low) / step;
    return bin === 0 ? 0 : Math.max(0, Math.min(at - band, band + 2 - at));
  });
  return new NdArray(data, [frequencies, numMelBins]);
}

function decibels(bands: Tensor, { minPower, refPower, topDb }: Resolved): Tensor {
  const scaled = multiply(log(maximum(bands, minPower)), 10 / Math.LN10);
  const levels = subtract(scaled, 10 * Math.log10(Math.max(Math.abs(refPower), minPower)));
  return maximum(levels, subtract(max(levels), topDb));
}
