import type { LayerFactory } from '@myelin/core';
import type { Padding } from '../internal/one-of.js';
import type { Single } from '../internal/positive-sizes.js';
import {
  type SeparableOptions,
  defineSeparableConvolution,
} from './internal/define-separable-convolution.js';

/** Options of {@link separableConv1d}. */
export interface SeparableConv1dConfig extends SeparableOptions<Single, Padding | 'causal'> {
  /**
   * `'valid'`: windows lie within the sequence; `'same'`: zeros around it make the output as long as the input over the
   * stride; `'causal'`: zeros before it, so that no step sees a later one. @defaultValue 'valid'
   */
  padding?: Padding | 'causal';
}

/**
 * Convolution of sequences in two steps: of each channel by itself, as `depthwiseConv1d`, then over the channels of each
 * step: `y = activation(depthwise(x) · pointwise + bias)`.
 *
 * Nearly as good as `conv1d` with far fewer weights. Strides may go together with a dilation. Keras 3 refuses `'causal'`
 * padding, which Keras 2 had; here it does what it does in `conv1d`.
 *
 * Input `[batch, steps, channels]` → output `[batch, newSteps, filters]`; channels in the second place with
 * `dataFormat: 'channels_first'`.
 * Weights, in saved order, with the multiplier `n`: `depthwise_kernel [kernelSize, channels, n]`,
 * `pointwise_kernel [1, channels · n, filters]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * const layer = separableConv1d({ filters: 1, kernelSize: 2, depthwiseInitializer: 'ones', pointwiseInitializer: 'ones' });
 * layer(tensor([[[1, 10], [2, 20]]])); // [[[33]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, and when the sequence is shorter than the window.
 * @see Keras `keras.layers.SeparableConv1D`
 * @id SeparableConvolution1D
 */
export const separableConv1d: LayerFactory<SeparableConv1dConfig> =
  /* @__PURE__ */ defineSeparableConvolution({ className: 'SeparableConv1D', axes: 1 });
