import { ArgumentError, type ArrayLike, type NdArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import { runGibbs } from './internal/gibbs.js';
import { visibleRows } from './internal/on-machine.js';

/** Options of {@link fillMissing}. */
export interface FillMissingOptions {
  /** Steps of the chain whose means are averaged. @defaultValue 100 */
  readonly steps?: number;
  /** Steps before those, in which the chain forgets where it started. @defaultValue 50 */
  readonly burnIn?: number;
}

/**
 * Fills in what is missing by what a machine expects there: the mean of the missing units, given all others.
 *
 * The known units are held while a Gibbs chain runs over the missing ones; the result is the average of their means. That is the
 * estimate with the smallest squared error, if the machine is right. Where several answers are possible it lies between them;
 * `sample` with `known` gives single ones.
 *
 * `x [n, visible]`, with NaN for what is missing → `[n, visible]`. Random numbers follow `setSeed`.
 *
 * @example
 * ```ts
 * const machine = restrictedBoltzmannMachine({ visible: 3, hidden: 2 });
 * const filled = await fillMissing(machine, [[1, NaN, 0]]);
 * [filled.at(0, 0), filled.at(0, 2)]; // [1, 0]
 * ```
 * @throws ArgumentError when the model is no machine, ShapeError when x does not fit it.
 */
export async function fillMissing(
  machine: Model,
  x: ArrayLike,
  options: FillMissingOptions = {},
): Promise<NdArray> {
  const { steps = 100, burnIn = 50 } = options;
  if (!(Number.isInteger(steps) && steps > 0 && Number.isInteger(burnIn) && burnIn >= 0)) {
    throw new ArgumentError({
      who: 'fillMissing',
      expected: 'steps of 1 or more and burnIn of 0 or more',
      got: `${steps} and ${burnIn}`,
    });
  }
  const rows = visibleRows('fillMissing', machine, x);
  const { averages } = await runGibbs(
    machine,
    { x: rows, start: null },
    { steps: burnIn + steps, skip: burnIn },
  );
  return averages;
}
