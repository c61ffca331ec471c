import type { LayerFactory } from '@myelin/core';
import type { Single } from '../internal/positive-sizes.js';
import {
  type DepthwiseConvolutionOptions,
  defineDepthwiseConvolution,
} from './internal/define-depthwise-convolution.js';

/** Options of {@link depthwiseConv1d}. */
export type DepthwiseConv1dConfig = DepthwiseConvolutionOptions<Single>;

/**
 * Convolution of each channel of sequences by itself: `y[i, c·n + k] = activation(Σ x[i·s + m·d, c] · kernel[m, c, k] + bias)`
 * with the multiplier `n`.
 *
 * It mixes steps and leaves channels apart, with far fewer weights than `conv1d`. Strides may go together with a dilation.
 *
 * Input `[batch, steps, channels]` → output `[batch, newSteps, channels · n]`; channels in the second place with
 * `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [kernelSize, channels, n]`, `bias [channels · n]` if `useBias`.
 *
 * @example
 * ```ts
 * depthwiseConv1d({ kernelSize: 2, depthwiseInitializer: 'ones' })(tensor([[[1, 10], [2, 20]]])); // [[[3, 30]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, and when the sequence is shorter than the window.
 * @see Keras `keras.layers.DepthwiseConv1D`
 */
export const depthwiseConv1d: LayerFactory<DepthwiseConv1dConfig> =
  /* @__PURE__ */ defineDepthwiseConvolution({
    className: 'DepthwiseConv1D',
    axes: 1,
  });
