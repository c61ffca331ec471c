import { NdArray, StateError } from '@myelin/core';
import { Worker } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import {
  type Grower,
  batches,
  failingAt,
  growKernel,
  inOrder,
  rows,
  signature,
} from './testing/grow-kernel.js';

/** A step on so many threads, after two runs: a third one would be on all threads again. */
async function train(threads: number): Promise<Grower> {
  const trained = await growKernel(threads);
  for (let run = 0; run < 2; run++) runOn(trained);
  return trained;
}

function runOn({ program, held }: Grower, order: Uint32Array = inOrder()): void {
  void program.runSteps(held, order, 0, batches);
}

/** What a run throws. */
function fail(trained: Grower, place: number): unknown {
  try {
    runOn(trained, failingAt(place));
  } catch (error) {
    return error;
  }
  return undefined;
}

/** What the same runs make of the weights on one thread, undisturbed. */
async function expected(runs: number): Promise<unknown> {
  const trained = await train(1);
  for (let run = 2; run < runs; run++) runOn(trained);
  return trained.weights();
}

describe('a program that fails while it runs', () => {
  test.each([
    { threads: 1, who: 'the only thread', place: 0 },
    { threads: 2, who: 'the first thread', place: 0 },
    { threads: 2, who: 'the second thread', place: rows - 1 },
  ])('in $who of $threads: goes back to the weights before, and trains on', async ({ threads, place }) => {
    const trained = await train(threads);
    const { engine, weights } = trained;
    expect(engine.threadCount.threads).toBe(threads);
    const before = await weights();
    expect(before).toEqual(await expected(2));
    // A copy is kept for fifty times what it took.
    await new Promise((resolve) => setTimeout(resolve, 200));

    const error = fail(trained, place);
    expect(error).toBeInstanceOf(StateError);
    expect((error as StateError).message).toMatch(/^the train step: expected a program that runs to its end/);
    expect((error as StateError).message).toMatch(/is again what it was 0\.\d seconds ago/);
    expect(await weights()).toEqual(before);

    expect(engine.threadCount.threads).toBe(1);
    runOn(trained);
    expect(await weights()).toEqual(await expected(3));

    await engine.team?.restart();
    expect(engine.threadCount.threads).toBe(threads);
    for (let run = 0; run < 4; run++) runOn(trained);
    expect(await weights()).toEqual(await expected(7));
    expect(engine.team?.broken).not.toBe(true);
  });
});

test('values that were set just before a run that fails stay', async () => {
  let now = 0;
  // Runs come so close together that the copy made before them would still do.
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now++);
  const trained = await train(1);
  const { shape, size } = trained.kernel;
  const given = new Float32Array(size).fill(3);
  trained.kernel.assign(new NdArray(given, shape));
  expect(fail(trained, 0)).toBeInstanceOf(StateError);
  expect(await trained.weights()).toEqual(given);
  clock.mockRestore();
});

describe('a worker that dies', () => {
  test('within a run is noticed, though no event can tell while the calling thread waits', async () => {
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const trained = await train(2);
    const { engine, weights } = trained;
    const before = await weights();
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const worker of new Set(posted.mock.contexts as Worker[])) void worker.terminate();
    const begin = performance.now();
    expect(() => {
      runOn(trained);
    }).toThrow(StateError);
    // Without a look at it, it is taken for dead after 30 seconds.
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect(await weights()).toEqual(before);
    await engine.team?.restart();
    runOn(trained);
    expect(await weights()).toEqual(await expected(3));
    posted.mockRestore();
  });

  test('leaves training to one thread, until others are started', async () => {
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const trained = await train(2);
    const { engine, step, program, weights } = trained;
    const workers = new Set(posted.mock.contexts as Worker[]);
    expect(workers.size).toBe(1);
    for (const worker of workers) await worker.terminate();
    expect(engine.threadCount).toEqual({
      threads: 1,
      reason: expect.stringMatching(/a thread has failed/) as string,
    });

    runOn(trained);
    expect(await weights()).toEqual(await expected(3));
    const later = await engine.compile(step, signature);
    program.dispose();
    runOn({ ...trained, program: later });
    expect(await weights()).toEqual(await expected(4));

    await engine.team?.restart();
    expect(engine.threadCount.threads).toBe(2);
    for (let run = 0; run < 3; run++) runOn({ ...trained, program: later });
    expect(await weights()).toEqual(await expected(7));
    expect(engine.team?.broken).toBe(false);
    posted.mockRestore();
  });
});
