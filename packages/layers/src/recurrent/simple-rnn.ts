import { type RecurrentConfig, type RecurrentFactory, defineRecurrent } from './define-recurrent.js';
import { type SimpleRnnCellConfig, simpleRnnCell } from './simple-rnn-cell.js';

/** Options of {@link simpleRnn}. */
export interface SimpleRnnConfig extends SimpleRnnCellConfig, RecurrentConfig {}

/**
 * A simple recurrence over sequences: {@link simpleRnnCell} for every step, `h' = activation(x · W + h · U + b)`.
 *
 * The plainest network with a memory, which forgets after some steps: gradients shrink or grow with each of them. `lstm`
 * and `gru` mend that. Keras does not write its `seed` into files.
 *
 * Input `[batch, steps, features]` → output `[batch, units]`, or `[batch, steps, units]` with `returnSequences`; with
 * `returnState` a list of the output and the last state, `[batch, units]`.
 * Weights, in saved order: `kernel [features, units]`, `recurrent_kernel [units, units]`, `bias [units]` if `useBias`.
 *
 * @example
 * ```ts
 * const layer = simpleRnn({
 *   units: 1, activation: 'linear', kernelInitializer: 'ones', recurrentInitializer: 'ones', returnSequences: true,
 * });
 * layer(tensor([[[1], [2], [3]]])); // [[[1], [3], [6]]]
 * ```
 * @throws ShapeError when the number of features is unknown or changes, or that of examples is unknown and the layer is
 *   stateful.
 * @see Keras `keras.layers.SimpleRNN`; Elman, "Finding structure in time", 1990.
 */
export const simpleRnn: RecurrentFactory<SimpleRnnConfig> = /* @__PURE__ */ defineRecurrent({
  className: 'SimpleRNN',
  cell: simpleRnnCell,
  unsaved: ['seed'],
});
