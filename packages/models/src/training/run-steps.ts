import type { HeldArrays, Outputs, Program } from '@myelin/core';
import type { Batch } from './batch.js';
import type { Watcher } from './run-epoch.js';
import type { WholeData } from './whole-data.js';

/** Steps that have been run: how many, and what the last of them returned, the figures first. */
export interface Ran {
  readonly steps: number;
  readonly outputs: Outputs;
  /** Names of the figures. */
  readonly names: readonly string[];
}

/** How long a call may take, so that timers, messages and the page have their turn. */
const callMs = 30;
/** By how much a call may have more steps than the one before it. */
const growth = 4;

/** Runs a step on each batch. */
export async function* runEach(
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  run: (batch: Batch) => Promise<Omit<Ran, 'steps'>>,
  watcher: Watcher,
): AsyncGenerator<Ran> {
  let done = 0;
  for await (const batch of batches) {
    await watcher.before(done++);
    yield { steps: 1, ...(await run(batch)) };
  }
}

/**
 * Runs several steps a call on data that the runtime holds: as many as fit into a short time, and as the watcher allows.
 *
 * @param programFor - the program for batches of so many rows.
 */
export async function* runMany(
  { size, batchSize }: WholeData,
  held: HeldArrays,
  order: Uint32Array | null,
  watcher: Watcher,
  programFor: (rows: number) => Promise<Required<Program>>,
  names: readonly string[],
): AsyncGenerator<Ran> {
  let done = 0;
  let atOnce = 1;
  for (let row = 0; row < size;) {
    const whole = Math.floor((size - row) / batchSize);
    const steps = whole === 0 ? 1 : Math.max(1, Math.min(whole, atOnce, watcher.most(done)));
    const program = await programFor(Math.min(batchSize, size - row));
    await watcher.before(done);
    const start = performance.now();
    const outputs = await program.runSteps(held, order, row, steps);
    const stepMs = (performance.now() - start) / steps;
    atOnce = Math.max(1, Math.min(steps * growth, Math.floor(callMs / stepMs)));
    row += steps * batchSize;
    done += steps;
    yield { steps, outputs, names };
  }
}
