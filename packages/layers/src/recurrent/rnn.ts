import { type AnyLayer, ArgumentError, type LayerConfig, type Tree, defineLayer } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type CellLayer, cellParts } from './cell.js';
import type { RecurrentFactory } from './define-recurrent.js';
import {
  type RecurrentOptions,
  type RecurrentState,
  recurrentDefaults,
  recurrentParts,
} from './internal/recurrent-layer.js';
import { stackedRnnCells } from './stacked-rnn-cells.js';

/** Options of {@link rnn}. */
export interface RnnConfig extends RecurrentOptions {
  /** What computes a step: a cell, or several of which each takes the output of the one before. */
  cell: AnyLayer | readonly AnyLayer[];
}

/**
 * Runs a cell over sequences.
 *
 * For cells of `defineCell`, and for several cells in one layer; `lstm`, `gru` and `simpleRnn` have their cells already.
 *
 * Input `[batch, steps, ...]` → output `[batch, units]`, or `[batch, steps, units]` with `returnSequences`; with
 * `returnState` a list of the output and the last states of all cells.
 * Weights: those of the cell.
 *
 * @example
 * ```ts
 * const layer = rnn({ cell: [lstmCell({ units: 3 }), gruCell({ units: 2 })], returnSequences: true });
 * layer(ones([1, 5, 4])).shape; // [1, 5, 2]
 * ```
 * @throws ArgumentError when the cell is a layer of another kind.
 * @id RNN
 * @see Keras `keras.layers.RNN`
 */
export const rnn: RecurrentFactory<RnnConfig> = /* @__PURE__ */ defineLayer<
  RnnConfig,
  RecurrentState,
  Tensor,
  Tree<Tensor>,
  { cell: typeof oneCell }
>({
  .../* @__PURE__ */ recurrentParts(
    (config) => (config as unknown as { cell: CellLayer }).cell,
    (config) => rnn(config as RnnConfig),
  ),
  className: 'RNN',
  required: ['cell'],
  defaults: recurrentDefaults,
  resolve: { cell: oneCell },
  inputSpec: () => ({ minRank: 3 }),
}) as unknown as RecurrentFactory<RnnConfig>;

function oneCell(given: AnyLayer | readonly AnyLayer[], who: string): CellLayer {
  if (Array.isArray(given)) return stackedRnnCells({ cells: given as readonly CellLayer[] });
  const cell = given as AnyLayer;
  if (typeof cell !== 'function') throw new ArgumentError({ who, expected: 'a cell', got: typeof cell });
  cellParts(cell, who);
  return cell as unknown as CellLayer & LayerConfig;
}
