import {
  type CudnnOption,
  type RecurrentConfig,
  type RecurrentFactory,
  defineRecurrent,
} from './define-recurrent.js';
import { type GruCellConfig, gruCell } from './gru-cell.js';

/** Options of {@link gru}. */
export interface GruConfig extends GruCellConfig, RecurrentConfig, CudnnOption {}

/**
 * Gated recurrent unit over sequences: {@link gruCell} for every step.
 *
 * Much like `lstm`, with one state and a quarter fewer weights. Masked steps leave its state as it is. A first state comes
 * by the option `initialState` of a call.
 *
 * Input `[batch, steps, features]` → output `[batch, units]`, or `[batch, steps, units]` with `returnSequences`; with
 * `returnState` a list of the output and the last state, `[batch, units]`.
 * Weights, in saved order: `kernel [features, 3 · units]`, `recurrent_kernel [units, 3 · units]`, `bias` if `useBias`:
 * `[2, 3 · units]`, or `[3 · units]` unless `resetAfter`; the gates in the order z, r, g.
 *
 * @example
 * ```ts
 * const layer = gru({ units: 1, kernelInitializer: 'ones', recurrentInitializer: 'ones', returnSequences: true });
 * layer(ones([1, 2, 1])); // [[[0.2048], [0.3468]]]
 * ```
 * @throws ShapeError when the number of features is unknown or changes, or that of examples is unknown and the layer is
 *   stateful.
 * @see Keras `keras.layers.GRU`; Cho et al., "Learning phrase representations using RNN encoder-decoder for statistical
 *   machine translation", 2014, arXiv 1406.1078.
 */
export const gru: RecurrentFactory<GruConfig> = /* @__PURE__ */ defineRecurrent<GruCellConfig, CudnnOption>({
  className: 'GRU',
  cell: gruCell,
  cudnn: true,
});
