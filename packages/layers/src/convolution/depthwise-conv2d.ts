import type { LayerFactory } from '@myelin/core';
import type { Pair } from '../internal/positive-sizes.js';
import {
  type DepthwiseConvolutionOptions,
  defineDepthwiseConvolution,
} from './internal/define-depthwise-convolution.js';

/** Options of {@link depthwiseConv2d}. */
export type DepthwiseConv2dConfig = DepthwiseConvolutionOptions<Pair>;

/**
 * Convolution of each channel of images by itself:
 * `y[i, j, c·k + l] = activation(Σ x[i·s + m·d, j·s + n·d, c] · kernel[m, n, c, l] + bias)` with the multiplier `k`.
 *
 * It mixes places and leaves channels apart, with far fewer weights than `conv2d`; a `conv2d` with a window of 1 usually
 * follows and mixes them, as in MobileNet. Strides may go together with a dilation.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, channels · k]`; channels in the second
 * place with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [rows, columns, channels, k]`, `bias [channels · k]` if `useBias`.
 *
 * @example
 * ```ts
 * const layer = depthwiseConv2d({ kernelSize: 2, depthwiseInitializer: 'ones' });
 * layer(tensor([[[[1, 10], [2, 20]], [[3, 30], [4, 40]]]])); // [[[[10, 100]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, and when the image is smaller than the window.
 * @see Keras `keras.layers.DepthwiseConv2D`; Howard et al., 2017, arXiv 1704.04861.
 */
export const depthwiseConv2d: LayerFactory<DepthwiseConv2dConfig> =
  /* @__PURE__ */ defineDepthwiseConvolution({
    className: 'DepthwiseConv2D',
    axes: 2,
  });
