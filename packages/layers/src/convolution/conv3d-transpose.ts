import type { LayerFactory } from '@myelin/core';
import type { Triple } from '../internal/positive-sizes.js';
import {
  type TransposedOptions,
  defineTransposedConvolution,
} from './internal/define-transposed-convolution.js';

/** Options of {@link conv3dTranspose}. */
export type Conv3dTransposeConfig = TransposedOptions<Triple>;

/**
 * Transposed convolution of volumes: each element writes a window,
 * `y[h·s + l·d, i·s + m·d, j·s + n·d] += x[h, i, j] · kernel[l, m, n]`, then `activation(y + bias)`.
 *
 * Makes volumes larger: in the second half of autoencoders, in the segmentation of scans. It undoes the change of size of
 * the convolution with the same options.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, newDepth, newHeight, newWidth, filters]`, where
 * `newDepth` is `depth · stride` with padding `'same'`, else `(depth - 1) · stride + max(window, stride)`; channels in the
 * second place with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [layers, rows, columns, filters, channels]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * const layer = conv3dTranspose({ filters: 1, kernelSize: [1, 1, 2], strides: [1, 1, 2], kernelInitializer: 'ones' });
 * layer(tensor([[[[[1], [2]]]]])); // [[[[[1], [1], [2], [2]]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, and for an output padding that fits no convolution.
 * @throws ArgumentError for strides together with a dilation, and for an output padding that is not below the strides.
 * @see Keras `keras.layers.Conv3DTranspose`; Dumoulin and Visin, 2016, arXiv 1603.07285, section 4.
 * @id Convolution3DTranspose
 */
export const conv3dTranspose: LayerFactory<Conv3dTransposeConfig> =
  /* @__PURE__ */ defineTransposedConvolution({
    className: 'Conv3DTranspose',
    axes: 3,
  });
