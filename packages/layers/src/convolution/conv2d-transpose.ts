import type { LayerFactory } from '@myelin/core';
import type { Pair } from '../internal/positive-sizes.js';
import {
  type TransposedOptions,
  defineTransposedConvolution,
} from './internal/define-transposed-convolution.js';

/** Options of {@link conv2dTranspose}. */
export type Conv2dTransposeConfig = TransposedOptions<Pair>;

/**
 * Transposed convolution of images: each element writes a window, `y[i·s + m·d, j·s + n·d] += x[i, j] · kernel[m, n]`, then
 * `activation(y + bias)`.
 *
 * Makes images larger: in the second half of autoencoders, in generators, in segmentation. It undoes the change of size of
 * the convolution with the same options. Windows that overlap unevenly leave a chequered pattern; a window that is a
 * multiple of the stride avoids it.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, filters]`, where `newHeight` is
 * `height · stride` with padding `'same'`, else `(height - 1) · stride + max(window, stride)`; channels in the second place
 * with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [rows, columns, filters, channels]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * const layer = conv2dTranspose({ filters: 1, kernelSize: 2, strides: 2, kernelInitializer: 'ones' });
 * layer(tensor([[[[1], [2]]]])); // [[[[1], [1], [2], [2]], [[1], [1], [2], [2]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, and for an output padding that fits no convolution.
 * @throws ArgumentError for strides together with a dilation, and for an output padding that is not below the strides.
 * @see Keras `keras.layers.Conv2DTranspose`; Dumoulin and Visin, 2016, arXiv 1603.07285, section 4.
 * @id Convolution2DTranspose
 */
export const conv2dTranspose: LayerFactory<Conv2dTransposeConfig> =
  /* @__PURE__ */ defineTransposedConvolution({
    className: 'Conv2DTranspose',
    axes: 2,
  });
