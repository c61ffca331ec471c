import type { LayerFactory } from '@myelin/core';
import type { Pair } from '../internal/positive-sizes.js';
import { type GroupedOptions, defineConvolution } from './internal/define-convolution.js';

/** Options of {@link conv2d}. */
export type Conv2dConfig = GroupedOptions<Pair>;

/**
 * Convolution of images: `y[i, j] = activation(Σ x[i·s + m·d, j·s + n·d] · kernel[m, n] + bias)`.
 *
 * The same small window of weights looks at every place of the image, so that what is learned in one place is known
 * in all.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, filters]`; channels in the second
 * place with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [rows, columns, channels / groups, filters]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * conv2d({ filters: 1, kernelSize: 2, kernelInitializer: 'ones' })(ones([1, 3, 3, 1])); // [[[[4], [4]], [[4], [4]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown, changes, or is not a multiple of the groups, and when the
 * image is smaller than the window.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.layers.Conv2D`
 * @id Convolution2D
 */
export const conv2d: LayerFactory<Conv2dConfig> = /* @__PURE__ */ defineConvolution({
  className: 'Conv2D',
  axes: 2,
});
