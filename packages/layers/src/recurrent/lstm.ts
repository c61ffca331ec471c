import {
  type CudnnOption,
  type RecurrentConfig,
  type RecurrentFactory,
  defineRecurrent,
} from './define-recurrent.js';
import { type LstmCellConfig, lstmCell } from './lstm-cell.js';

/** Options of {@link lstm}. */
export interface LstmConfig extends LstmCellConfig, RecurrentConfig, CudnnOption {}

/**
 * Long short-term memory over sequences: {@link lstmCell} for every step.
 *
 * It remembers over many steps, since its carry is only added to and multiplied: for text, speech, sensors. Masked steps
 * leave its states as they are. First states come by the option `initialState: [h, c]` of a call.
 *
 * Input `[batch, steps, features]` → output `[batch, units]`, or `[batch, steps, units]` with `returnSequences`; with
 * `returnState` a list of the output and the last `h` and `c`, `[batch, units]`.
 * Weights, in saved order: `kernel [features, 4 · units]`, `recurrent_kernel [units, 4 · units]`, `bias [4 · units]` if
 * `useBias`; the gates in the order i, f, g, o.
 *
 * @example
 * ```ts
 * const layer = lstm({ units: 1, kernelInitializer: 'ones', recurrentInitializer: 'ones', returnSequences: true });
 * layer(ones([1, 2, 1])); // [[[0.3696], [0.6670]]]
 * ```
 * @throws ShapeError when the number of features is unknown or changes, or that of examples is unknown and the layer is
 *   stateful.
 * @see Keras `keras.layers.LSTM`; Hochreiter and Schmidhuber, "Long short-term memory", 1997.
 */
export const lstm: RecurrentFactory<LstmConfig> = /* @__PURE__ */ defineRecurrent<
  LstmCellConfig,
  CudnnOption
>({
  className: 'LSTM',
  cell: lstmCell,
  cudnn: true,
});
