import type { LayerFactory } from '@myelin/core';
import type { Pair } from '../internal/positive-sizes.js';
import {
  type SeparableOptions,
  defineSeparableConvolution,
} from './internal/define-separable-convolution.js';

/** Options of {@link separableConv2d}. */
export type SeparableConv2dConfig = SeparableOptions<Pair>;

/**
 * Convolution of images in two steps: of each channel by itself, as `depthwiseConv2d`, then over the channels of each place:
 * `y = activation(depthwise(x) · pointwise + bias)`.
 *
 * Nearly as good as `conv2d` with far fewer weights, as in Xception. Strides may go together with a dilation.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, filters]`; channels in the second place
 * with `dataFormat: 'channels_first'`.
 * Weights, in saved order, with the multiplier `n`: `depthwise_kernel [rows, columns, channels, n]`,
 * `pointwise_kernel [1, 1, channels · n, filters]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * const layer = separableConv2d({ filters: 1, kernelSize: 2, depthwiseInitializer: 'ones', pointwiseInitializer: 'ones' });
 * layer(tensor([[[[1, 10], [2, 20]], [[3, 30], [4, 40]]]])); // [[[[110]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, and when the image is smaller than the window.
 * @see Keras `keras.layers.SeparableConv2D`; Chollet, 2017, arXiv 1610.02357.
 * @id SeparableConvolution2D
 */
export const separableConv2d: LayerFactory<SeparableConv2dConfig> =
  /* @__PURE__ */ defineSeparableConvolution({ className: 'SeparableConv2D', axes: 2 });
