import type { Single } from '../internal/positive-sizes.js';
import type { RecurrentFactory } from './define-recurrent.js';
import { type ConvLstmOptions, defineConvLstm } from './internal/define-conv-lstm.js';

/** Options of {@link convLstm1d}. */
export type ConvLstm1dConfig = ConvLstmOptions<Single>;

/**
 * Long short-term memory over sequences of rows: `lstm` with convolutions in the place of its products,
 * `i, f, o = recurrentActivation(x * W + h * U + b)`, `g = activation(x * W + h * U + b)`, each with its own channels;
 * `c' = f · c + i · g`; `h' = o · activation(c')`.
 *
 * For what has a place and a time: readings of sensors along a line. Strides, padding and dilation are those of the convolution of the input; that of the state has zeros around
 * it, so that states are as large as outputs. Masked steps leave the states as they are. First states come by the option
 * `initialState: [h, c]` of a call.
 *
 * Input `[batch, steps, places, channels]` → output `[batch, newPlaces, filters]`, or `[batch, steps, newPlaces, filters]`
 * with `returnSequences`; with `returnState` a list of the output and the last `h` and `c`. Channels come before the
 * places with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [kernelSize, channels, 4 · filters]`, `recurrent_kernel [kernelSize, filters, 4 · filters]`,
 * `bias [4 · filters]` if `useBias`; the gates in the order i, f, g, o.
 *
 * @example
 * ```ts
 * const layer = convLstm1d({ filters: 1, kernelSize: 1, kernelInitializer: 'ones', recurrentInitializer: 'ones' });
 * layer(ones([1, 2, 2, 1])); // [[[0.6670], [0.6670]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, when the window is larger than the row, and when
 *   sizes are unknown and the layer is stateful.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.layers.ConvLSTM1D`; Shi et al., 2015, arXiv 1506.04214, without the products of gates and carry.
 */
export const convLstm1d: RecurrentFactory<ConvLstm1dConfig> = /* @__PURE__ */ defineConvLstm({
  className: 'ConvLSTM1D',
  axes: 1,
});
