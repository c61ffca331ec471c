import { StateError } from '@myelin/core';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Grower, batches, failingAt, growKernel, inOrder, rows } from './testing/grow-kernel.js';

beforeEach(() => {
  // A thread that draws a page has one.
  vi.stubGlobal('document', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const runOn = async ({ program, held }: Grower, order = inOrder()): Promise<unknown> =>
  program.runSteps(held, order, 0, batches);

/** What so many runs make of the weights where the calling thread runs them alone. */
async function expected(runs: number): Promise<unknown> {
  vi.stubGlobal('document', undefined);
  const alone = await growKernel(1);
  vi.stubGlobal('document', {});
  for (let i = 0; i < runs; i++) await runOn(alone);
  return alone.weights();
}

describe.each([1, 2])('where %i workers run programs', (threads) => {
  test('they compute the bits of the calling thread, which goes on meanwhile', async () => {
    const { engine, program, held, weights } = await growKernel(threads);
    expect(engine.threadCount.threads).toBe(threads);
    const run = program.runSteps(held, inOrder(), 0, batches);
    expect(run).toBeInstanceOf(Promise);
    await run;
    expect(await weights()).toEqual(await expected(1));
  });

  test('runs that nobody waited for come in turn', async () => {
    const grower = await growKernel(threads);
    const runs = [runOn(grower), runOn(grower), runOn(grower)];
    grower.program.dispose();
    await Promise.all(runs);
    expect(await grower.weights()).toEqual(await expected(3));
  });

  test('a weight that is read during a run is what it was before', async () => {
    const grower = await growKernel(threads);
    const { weights, kernel } = grower;
    await runOn(grower);
    kernel.assign(await kernel.read()); // so that a copy is made now
    const before = await weights();
    const running = runOn(grower);
    // It begins, and is over before its message can be read.
    for (let i = 0; i < 20; i++) await Promise.resolve();
    const begun = performance.now();
    while (performance.now() - begun < 100);
    expect(await weights()).toEqual(before);
    await running;
    expect(await weights()).toEqual(await expected(2));
  });

  test.each([0, rows - 1])('one that fails at row %i leaves the weights, and others go on', async (place) => {
    const grower = await growKernel(threads);
    const { engine, weights } = grower;
    await runOn(grower);
    const before = await weights();
    // A copy is kept for fifty times what it took.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const error = await runOn(grower, failingAt(place)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StateError);
    expect((error as StateError).message).toMatch(/^the train step: expected a program that runs to its end/);
    // What the first message says: a worker that waits for the one that failed ends, too.
    expect((error as StateError).message).toMatch(/out of bounds|unreachable/);
    expect(await weights()).toEqual(before);
    expect(engine.threadCount.threads).toBe(1);
    await runOn(grower);
    expect(engine.threadCount.threads).toBe(threads);
    expect(await weights()).toEqual(await expected(2));
  });

  test('one that dies within a run leaves the weights, and others go on', async () => {
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const grower = await growKernel(threads);
    const { engine, weights } = grower;
    const workers = new Set(posted.mock.contexts as Worker[]);
    expect(workers.size).toBe(threads);
    await runOn(grower);
    const before = await weights();
    await new Promise((resolve) => setTimeout(resolve, 200));
    posted.mockImplementation(function (this: Worker) {
      void this.terminate();
    });
    const error = await runOn(grower).catch((thrown: unknown) => thrown);
    posted.mockRestore();
    expect((error as StateError).message).toMatch(/one that has ended/);
    expect(await weights()).toEqual(before);
    await runOn(grower);
    expect(engine.team?.broken).toBe(false);
    expect(await weights()).toEqual(await expected(2));
  });
});

test('where no worker can be started, the calling thread runs programs', async () => {
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
    void this.terminate();
  });
  const { engine, program, held } = await growKernel(2);
  expect(engine.threadCount.threads).toBe(1);
  expect(engine.threadCount.reason).toMatch(/^no workers can be started: .*one that has ended/);
  expect(program.runSteps(held, inOrder(), 0, batches)).not.toBeInstanceOf(Promise);
});

test('where memory cannot be shared, the calling thread runs programs', async () => {
  vi.stubGlobal('SharedArrayBuffer', undefined);
  const { engine, program, held } = await growKernel(2);
  expect(engine.threadCount).toEqual({
    threads: 1,
    reason: 'memory can be shared only in a page that is cross-origin isolated',
  });
  expect(program.runSteps(held, inOrder(), 0, batches)).not.toBeInstanceOf(Promise);
});
