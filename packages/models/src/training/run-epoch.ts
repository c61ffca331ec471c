import { ArgumentError, type NdArray, type RandomState, nextSeed } from '@myelin/core';
import type { Logs } from '../model.js';
import { makePause } from './pause.js';
import type { Ran } from './run-steps.js';

/** What wants to know how an epoch goes on. */
export interface Watcher {
  /** How many steps may be run before it is told, after so many. */
  most(done: number): number;
  /** Is told the number of the batch that comes next. */
  before(batch: number): Promise<void> | void;
  /** Is told the number of the last batch, with a function that reads the figures so far; says whether to go on. */
  after(batch: number, read: () => Promise<Logs>): Promise<boolean> | boolean;
}

/** Nobody watches: everything may be run at once. */
export const unwatched: Watcher = { most: () => Infinity, before: () => undefined, after: () => true };

/** Goes through an epoch; returns the last figures, and reads no others unless they are asked for. */
export async function runEpoch(runs: AsyncIterable<Ran>, watcher: Watcher, who: string): Promise<Logs> {
  const pause = makePause();
  let done = 0;
  let last: (() => Promise<Logs>) | undefined;
  let forget: (() => void) | undefined;
  try {
    for await (const { steps, outputs, names } of runs) {
      forget?.();
      let values: Promise<Logs> | undefined;
      forget = () => {
        if (values === undefined) outputs.dispose();
      };
      last = () => (values ??= outputs.read().then(([vector]) => toLogs(names, vector)));
      done += steps;
      const goOn = await watcher.after(done - 1, last);
      await pause();
      if (!goOn) break;
    }
  } catch (error) {
    forget?.();
    throw error;
  }
  if (last === undefined) throw new ArgumentError({ who, expected: 'at least one batch', got: 'empty data' });
  return last();
}

/** A stream of random numbers for the order of one epoch. */
export function epochOrder(shuffle: boolean): RandomState | null {
  return shuffle ? { seed: nextSeed(), offset: 0 } : null;
}

/** Figures by name, sorted as in Keras. */
function toLogs(names: readonly string[], vector: NdArray | undefined): Logs {
  const pairs = names.map((name, i): [string, number] => [name, Number(vector?.data[i])]);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
