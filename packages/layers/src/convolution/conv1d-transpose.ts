import type { LayerFactory } from '@myelin/core';
import type { Single } from '../internal/positive-sizes.js';
import {
  type TransposedOptions,
  defineTransposedConvolution,
} from './internal/define-transposed-convolution.js';

/** Options of {@link conv1dTranspose}. */
export type Conv1dTransposeConfig = TransposedOptions<Single>;

/**
 * Transposed convolution of sequences: each step writes a window, `y[i·s + m·d] += x[i] · kernel[m]`, then
 * `activation(y + bias)`.
 *
 * Makes sequences longer: in the second half of autoencoders, in generators of sound. It undoes the change of length of the
 * convolution with the same options.
 *
 * Input `[batch, steps, channels]` → output `[batch, newSteps, filters]`, where `newSteps` is `steps · stride` with padding
 * `'same'`, else `(steps - 1) · stride + max(window, stride)`; channels in the second place with
 * `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [kernelSize, filters, channels]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * const layer = conv1dTranspose({ filters: 1, kernelSize: 3, strides: 2, kernelInitializer: 'ones' });
 * layer(tensor([[[1], [2]]])); // [[[1], [1], [3], [2], [2]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, and for an output padding that fits no convolution.
 * @throws ArgumentError for strides together with a dilation, and for an output padding that is not below the strides.
 * @see Keras `keras.layers.Conv1DTranspose`; Dumoulin and Visin, 2016, arXiv 1603.07285, section 4.
 * @id Convolution1DTranspose
 */
export const conv1dTranspose: LayerFactory<Conv1dTransposeConfig> =
  /* @__PURE__ */ defineTransposedConvolution({
    className: 'Conv1DTranspose',
    axes: 1,
  });
