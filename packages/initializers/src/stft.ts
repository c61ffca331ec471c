import {
  type Complete,
  type InitializerFactory,
  NdArray,
  ShapeError,
  defineInitializer,
  formatShape,
} from '@myelin/core';
import { expectOneOf } from './internal/expect-one-of.js';
import { type WindowName, windowNames, windowOf } from './internal/windows.js';

/** Options of {@link stft}. */
export interface StftConfig {
  /** Which part of the complex numbers. @defaultValue 'real' */
  side?: 'real' | 'imag';
  /** What weighs the samples of a frame: a name, one number a sample, or null for no weights. @defaultValue 'hann' */
  window?: WindowName | readonly number[] | null;
  /** What the window is divided by: its Euclidean norm, its sum, or nothing. @defaultValue 'density' */
  scaling?: 'density' | 'spectrum' | null;
  /** Whether the window is one period of a periodic one instead of symmetric. @defaultValue false */
  periodic?: boolean;
}

/**
 * Kernel of a convolution that computes one side of a short-time Fourier transform: `cos(-2π · t · f / F) · window[t]`,
 * or the sine, with `F = 2 · (frequencies - 1)`.
 *
 * `[samples, 1, frequencies]`. Of SciPy's windows, those that need no parameter and are sums of cosines are known by name,
 * and `bartlett`; any other can be given as numbers.
 *
 * @example
 * ```ts
 * stft({ window: null })([2, 1, 2]).toArray(); // [[[1, 1]], [[1, -1]]]
 * ```
 * @throws ShapeError for a shape without three axes, or a window of another length.
 * @see Keras `keras.initializers.STFT`
 * @id stft STFTInitializer
 */
export const stft: InitializerFactory<StftConfig> = /* @__PURE__ */ defineInitializer<StftConfig>({
  className: 'STFT',
  defaults: { side: 'real', window: 'hann', scaling: 'density', periodic: false },
  floats: ['window'],
  check({ side, window, scaling }) {
    expectOneOf('stft', { side }, ['real', 'imag']);
    if (typeof window === 'string') expectOneOf('stft', { window }, windowNames);
    if (scaling !== null) expectOneOf('stft', { scaling }, ['density', 'spectrum']);
  },
  call(shape, config) {
    const [samples = 0, , frequencies = 0] = shape;
    if (shape.length !== 3) {
      throw new ShapeError({
        who: 'stft',
        expected: 'the shape (samples, 1, frequencies)',
        got: formatShape(shape),
      });
    }
    const weights = weightsOf(samples, config);
    const wave = config.side === 'real' ? Math.cos : Math.sin;
    const values = Float32Array.from({ length: samples * frequencies }, (_, i) => {
      const [t, frequency] = [Math.floor(i / frequencies), i % frequencies];
      return wave((-Math.PI * t * frequency) / (frequencies - 1)) * (weights[t] as number);
    });
    return new NdArray(values, shape);
  },
});

/** The weight of each sample, scaled. */
function weightsOf(samples: number, { window, scaling, periodic }: Complete<StftConfig>): readonly number[] {
  if (window === null) return Array.from({ length: samples }, () => 1);
  const weights = typeof window === 'string' ? windowOf(window, samples, periodic) : window;
  if (weights.length !== samples) {
    throw new ShapeError({
      who: 'stft',
      expected: `a window of ${samples} numbers, one a sample`,
      got: String(weights.length),
    });
  }
  const scale = {
    density: () => Math.hypot(...weights),
    spectrum: () => weights.reduce((sum, weight) => sum + Math.abs(weight), 0),
    none: () => 1,
  }[scaling ?? 'none']();
  return weights.map((weight) => weight / scale);
}
