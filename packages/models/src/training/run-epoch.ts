import { ArgumentError, type NdArray, type Outputs, type RandomState, nextSeed } from '@myelin/core';
import type { Logs } from '../model.js';
import type { Batch } from './batch.js';
import type { Figure } from './figures.js';
import { makePause } from './pause.js';

/** What is told after each batch, with a function that reads the figures so far; says whether to go on. */
export type AfterBatch = (batch: number, read: () => Promise<Logs>) => Promise<boolean> | boolean;

/** Runs one step; the first of the outputs holds the figures. */
type RunBatch = (batch: Batch) => Promise<{ readonly outputs: Outputs; readonly figures: readonly Figure[] }>;

/** Goes through the batches once; returns the last figures, and reads no others unless they are asked for. */
export async function runEpoch(
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  after: AfterBatch,
  who: string,
  run: RunBatch,
): Promise<Logs> {
  const pause = makePause();
  let count = 0;
  let last: (() => Promise<Logs>) | undefined;
  let forget: (() => void) | undefined;
  try {
    for await (const batch of batches) {
      forget?.();
      const { outputs, figures } = await run(batch);
      let values: Promise<Logs> | undefined;
      forget = () => {
        if (values === undefined) outputs.dispose();
      };
      last = () => (values ??= outputs.read().then(([vector]) => toLogs(figures, vector)));
      const goOn = await after(count++, last);
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
function toLogs(figures: readonly Figure[], vector: NdArray | undefined): Logs {
  const pairs = figures.map(({ name }, i): [string, number] => [name, Number(vector?.data[i])]);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
