import { ArgumentError, type ArrayLike, NdArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import { type ChainEnd, runGibbs } from './internal/gibbs.js';
import { countVisible, visibleRows } from './internal/on-machine.js';

/** Options of {@link sample}. */
export interface SampleOptions {
  /** How many samples; each has a chain of its own. @defaultValue as many as `start` or `known` has rows, else 16 */
  readonly count?: number;
  /** Steps of each chain. @defaultValue 1000 */
  readonly steps?: number;
  /** Where the chains start, `[count, visible]`. @defaultValue drawn by the visible biases alone */
  readonly start?: ArrayLike;
  /** Units that are held, `[count, visible]`, and NaN for those that are free. @defaultValue all are free */
  readonly known?: ArrayLike;
}

/** Samples of a machine, `[count, visible]` each. */
export type Samples = Pick<ChainEnd, 'states' | 'means'>;

/**
 * Lets a machine dream: draws all hidden units when the visible ones are known, then all visible ones, and so on (Gibbs
 * sampling). After many steps what it draws is distributed as it believes that data are.
 *
 * `states` are the visible units as they were drawn last, `means` their chances (for gaussian units their means) just before
 * that draw: less grainy pictures of the same dream. Units that `known` holds have their value in both.
 *
 * A chain goes on where it stands with `start: samples.states`. Random numbers follow `setSeed`.
 *
 * @example
 * ```ts
 * const machine = restrictedBoltzmannMachine({ visible: 6, hidden: 3 });
 * const { states, means } = await sample(machine, { count: 4, steps: 10 });
 * states.shape; // [4, 6]
 * means.shape;  // [4, 6]
 * ```
 * @throws ArgumentError when the model is no machine and for counts below 1, ShapeError when an array does not fit.
 */
export async function sample(machine: Model, options: SampleOptions = {}): Promise<Samples> {
  const { steps = 1000 } = options;
  const given = options.start ?? options.known;
  const count = options.count ?? (given === undefined ? 16 : (NdArray.from(given).shape[0] ?? 0));
  if (!(Number.isInteger(steps) && steps > 0 && Number.isInteger(count) && count > 0)) {
    throw new ArgumentError({
      who: 'sample',
      expected: 'count and steps of 1 or more',
      got: `${count} and ${steps}`,
    });
  }
  const known = options.known ?? nothing(count, countVisible(machine));
  const { states, means } = await runGibbs(
    machine,
    {
      x: visibleRows('sample', machine, known),
      start: options.start === undefined ? null : visibleRows('sample', machine, options.start),
    },
    { steps, skip: 0 },
  );
  return { states, means };
}

const nothing = (rows: number, columns: number): NdArray =>
  new NdArray(new Float32Array(rows * columns).fill(NaN), [rows, columns]);
