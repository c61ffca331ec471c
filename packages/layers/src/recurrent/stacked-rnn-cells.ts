import { type AnyLayer, ArgumentError, type CallContext, type LayerConfig, type Shape } from '@myelin/core';
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
  stateSizes: ({ cells }, step) =>
    stepsOf(cells, step).flatMap((shape, i) => cells[i]?.cell.stateShapes(shape) ?? []),
  outputSize: ({ cells }, step) => stepsOf(cells, step)[cells.length] ?? [],

  build({ config: { cells }, inputShape: [batch = null, ...step] }) {
    const steps = stepsOf(cells, step);
    cells.forEach((cell, i) => {
      cell.build([batch, ...(steps[i] ?? [])] as never);
    });
    return { cells };
  },

  begin({ config: { cells }, training }: Call, [batch = 0, ...step]): readonly Part[] {
    const steps = stepsOf(cells, step) as readonly (readonly number[])[];
    let first = 0;
    return cells.map(({ cell }, i) => {
      const shape = steps[i] ?? [];
      const from = first;
      first += cell.stateShapes(shape).length;
      return { running: cell.begin(training, [batch, ...shape]), from, to: first };
    });
  },

  step(x, states, { noise }) {
    const next: Tensor[] = [];
    let output = x;
    for (const { running, from, to } of noise) {
      const own = states.slice(from, to);
      const result: StepResult = running.step(running.project(output, running.context), own, running.context);
      next.push(...result.states);
      output = result.output;
    }
    return { output, states: next };
  },

  sequence(x, states, { noise }, options) {
    const last: Tensor[] = [];
    let output = x;
    for (const [i, { running, from, to }] of noise.entries()) {
      const returnSequences = i < noise.length - 1 || options.returnSequences === true;
      const projected = running.project(output, running.context);
      const result = running.sequence(projected, states.slice(from, to), { ...options, returnSequences });
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

/** One of the cells within a call, and which of the states are its own. */
interface Part {
  readonly running: RunningCell;
  readonly from: number;
  readonly to: number;
}

/** What a step of each cell takes, and after them what the last one gives; without the batch. */
function stepsOf(cells: readonly CellLayer[], step: Shape): readonly Shape[] {
  const steps = [step];
  for (const { cell } of cells) steps.push(cell.outputShape(steps.at(-1) ?? []));
  return steps;
}

function checkedCells(given: readonly AnyLayer[], who: string): readonly CellLayer[] {
  if (given.length === 0) throw new ArgumentError({ who, expected: 'at least one cell', got: 'none' });
  return given.map((cell) => {
    cellParts(cell, who);
    return cell as CellLayer;
  });
}
