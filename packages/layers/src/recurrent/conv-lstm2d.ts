import type { Pair } from '../internal/positive-sizes.js';
import type { RecurrentFactory } from './define-recurrent.js';
import { type ConvLstmOptions, defineConvLstm } from './internal/define-conv-lstm.js';

/** Options of {@link convLstm2d}. */
export type ConvLstm2dConfig = ConvLstmOptions<Pair>;

/**
 * Long short-term memory over sequences of images: `lstm` with convolutions in the place of its products,
 * `i, f, o = recurrentActivation(x * W + h * U + b)`, `g = activation(x * W + h * U + b)`, each with its own channels;
 * `c' = f · c + i · g`; `h' = o · activation(c')`.
 *
 * For films: what comes next, and where; rain on a map. Strides, padding and dilation are those of the convolution of the input; that of the state has zeros around
 * it, so that states are as large as outputs. Masked steps leave the states as they are. First states come by the option
 * `initialState: [h, c]` of a call.
 *
 * Input `[batch, steps, rows, columns, channels]` → output `[batch, newRows, newColumns, filters]`, or `[batch, steps, newRows, newColumns, filters]`
 * with `returnSequences`; with `returnState` a list of the output and the last `h` and `c`. Channels come before the
 * rows with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [height, width, channels, 4 · filters]`, `recurrent_kernel [height, width, filters, 4 · filters]`,
 * `bias [4 · filters]` if `useBias`; the gates in the order i, f, g, o.
 *
 * @example
 * ```ts
 * const layer = convLstm2d({ filters: 1, kernelSize: 1, kernelInitializer: 'ones', recurrentInitializer: 'ones' });
 * layer(ones([1, 2, 1, 2, 1])); // [[[[0.6670], [0.6670]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, when the window is larger than the image, and when
 *   sizes are unknown and the layer is stateful.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.layers.ConvLSTM2D`; Shi et al., 2015, arXiv 1506.04214, without the products of gates and carry.
 */
export const convLstm2d: RecurrentFactory<ConvLstm2dConfig> = /* @__PURE__ */ defineConvLstm({
  className: 'ConvLSTM2D',
  axes: 2,
});
