import type { LayerFactory } from '@myelin/core';
import type { Padding } from '../internal/one-of.js';
import type { Single } from '../internal/positive-sizes.js';
import { type GroupedOptions, defineConvolution } from './internal/define-convolution.js';

/** Options of {@link conv1d}. */
export interface Conv1dConfig extends GroupedOptions<Single, Padding | 'causal'> {
  /**
   * `'valid'`: windows lie within the sequence; `'same'`: zeros around it make the output as long as the input over the
   * stride; `'causal'`: zeros before it, so that no step sees a later one. @defaultValue 'valid'
   */
  padding?: Padding | 'causal';
}

/**
 * Convolution of sequences: `y[i] = activation(Σ x[i·s + m·d] · kernel[m] + bias)`.
 *
 * The same small window of weights looks at every place of the sequence: for sensors, sound, and text of fixed length.
 * `'causal'` padding with growing dilations sees far back, as in WaveNet.
 *
 * Input `[batch, steps, channels]` → output `[batch, newSteps, filters]`; channels in the second place with
 * `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [kernelSize, channels / groups, filters]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * conv1d({ filters: 1, kernelSize: 2, kernelInitializer: 'ones' })(tensor([[[1], [2], [4]]])); // [[[3], [6]]]
 * ```
 * @throws ShapeError when the number of channels is unknown, changes, or is not a multiple of the groups, and when the
 *   sequence is shorter than the window.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.layers.Conv1D`; for `'causal'` van den Oord et al., 2016, arXiv 1609.03499.
 * @id Convolution1D
 */
export const conv1d: LayerFactory<Conv1dConfig> = /* @__PURE__ */ defineConvolution({
  className: 'Conv1D',
  axes: 1,
});
