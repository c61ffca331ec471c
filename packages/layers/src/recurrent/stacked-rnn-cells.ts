import { type AnyLayer, ArgumentError, type CallContext, type LayerConfig } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type CellFactory, type CellLayer, type RunningCell, type StepResult, cellParts } from './cell.js';
import { defineCell } from './define-cell.js';

/** Options of {@link stackedRnnCells}. */
export interface StackedRnnCellsConfig extends LayerConfig {
  /** The cells, that of the input first. */
  cells: readonly CellLayer[];
}

/**
 * Several cells as one: each takes the output of the one before.
 *
 * `rnn` makes one of a list of cells.
 *
 * `[x, ...states of all cells]` → `[output of the last cell, ...next states of all cells]`.
 * Weights, in saved order: those of the cells, one after the other.
 *
 * @example
 * ```ts
 * const cells = [lstmCell({ units: 3 }), gruCell({ units: 2 })];
 * const stack = stackedRnnCells({ cells });
 * stack([ones([1, 4]), zeros([1, 3]), zeros([1, 3]), zeros([1, 2])])[0]?.shape; // [1, 2]
 * ```
 * @see Keras `keras.layers.StackedRNNCells`
 */
export const stackedRnnCells: CellFactory<StackedRnnCellsConfig> = /* @__PURE__ */ defineCell({
  className: 'StackedRNNCells',
  required: ['cells'],
  defaults: {},
  resolve: { cells: checkedCells },
  stateSizes: ({ cells }) => cells.flatMap((cell) => cell.cell.stateSizes),
  outputSize: ({ cells }) => cells.at(-1)?.cell.outputSize ?? 0,

  build({ config: { cells }, inputShape: [batch = null, ...features] }) {
    let shape = features;
    for (const cell of cells) {
      cell.build([batch, ...shape] as never);
      shape = [cell.cell.outputSize];
    }
    return { cells };
  },

  begin({ config: { cells }, training }: Call, { batch, features }): readonly RunningCell[] {
    let width = features;
    return cells.map(({ cell }) => {
      const running = cell.begin(training, { batch, features: width });
      width = cell.outputSize;
      return running;
    });
  },

  step(x, states, { config: { cells }, noise }) {
    const next: Tensor[] = [];
    let output = x;
    noise.forEach((running, i) => {
      const own = statesOf(cells, i, states);
      const result: StepResult = running.step(running.project(output, running.context), own, running.context);
      next.push(...result.states);
      output = result.output;
    });
    return { output, states: next };
  },

  sequence(x, states, { config: { cells }, noise }, options) {
    const last: Tensor[] = [];
    let output = x;
    for (const [i, running] of noise.entries()) {
      const returnSequences = i < noise.length - 1 || options.returnSequences === true;
      const own = statesOf(cells, i, states);
      const projected = running.project(output, running.context);
      const result = running.sequence(projected, own, { ...options, returnSequences });
      if (result === null) return null;
      last.push(...result.states);
      output = result.output;
    }
    return { output, states: last };
  },
});

type Call = CallContext<
  StackedRnnCellsConfig,
  { cells: typeof checkedCells },
  { cells: readonly CellLayer[] }
>;

/** The states of one cell, of those of all. */
function statesOf(cells: readonly CellLayer[], index: number, states: readonly Tensor[]): readonly Tensor[] {
  const sizes = cells.map((cell) => cell.cell.stateSizes.length);
  const first = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
  return states.slice(first, first + (sizes[index] ?? 0));
}

function checkedCells(given: readonly AnyLayer[], who: string): readonly CellLayer[] {
  if (given.length === 0) throw new ArgumentError({ who, expected: 'at least one cell', got: 'none' });
  return given.map((cell) => {
    cellParts(cell, who);
    return cell as CellLayer;
  });
}
