import type { LayerFactory } from '@myelin/core';
import type { Triple } from '../internal/positive-sizes.js';
import { type GroupedOptions, defineConvolution } from './internal/define-convolution.js';

/** Options of {@link conv3d}. */
export type Conv3dConfig = GroupedOptions<Triple>;

/**
 * Convolution of volumes: `y[h, i, j] = activation(Σ x[h·s + l·d, i·s + m·d, j·s + n·d] · kernel[l, m, n] + bias)`.
 *
 * For scans of bodies, and for films, whose third axis is time: what moves is seen as what stands.
 *
 * With `padding: 'same'` and strides larger than the window, windows begin at the border, as in images, and with XLA;
 * TensorFlow's kernel for processors begins within the volume.
 *
 * Input `[batch, depth, height, width, channels]` → output `[batch, newDepth, newHeight, newWidth, filters]`; channels in
 * the second place with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [layers, rows, columns, channels / groups, filters]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * conv3d({ filters: 1, kernelSize: 2, kernelInitializer: 'ones' })(ones([1, 2, 2, 3, 1])); // [[[[[8], [8]]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown, changes, or is not a multiple of the groups, and when the
 *   volume is smaller than the window.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.layers.Conv3D`; Tran et al., 2015, arXiv 1412.0767.
 * @id Convolution3D
 */
export const conv3d: LayerFactory<Conv3dConfig> = /* @__PURE__ */ defineConvolution({
  className: 'Conv3D',
  axes: 3,
});
