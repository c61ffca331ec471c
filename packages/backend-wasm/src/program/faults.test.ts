import { NdArray, type Signature, StateError, type Step, Variable, currentScope } from '@myelin/core';
import { add, matmul, mean } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { Worker } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import type { CompiledProgram } from './compiled-program.js';
import { Engine } from './engine.js';
import { HeldData } from './held-data.js';

const [size, rows, batches] = [64, 128, 4];
const signature: Signature = { inputs: [{ shape: [rows, size], dtype: 'float32' }] };
const data = new NdArray(
  Float32Array.from({ length: batches * rows * size }, (_, i) => Math.sin(i)),
  [batches * rows, size],
);
const inOrder = (): Uint32Array => Uint32Array.from({ length: batches * rows }, (_, i) => i);

/** A row that is in no memory: its address is beyond 2 GB. */
const nowhere = 2 ** 31 / (4 * size);

interface Trained {
  readonly engine: Engine;
  readonly step: Step;
  readonly program: CompiledProgram;
  readonly kernel: Variable;
  readonly held: HeldData;
}

/** A step on so many threads, after two runs: a third one would be on all threads again. */
async function train(threads: number): Promise<Trained> {
  const engine = await Engine.create('portable', threads);
  const kernel = new Variable(NdArray.zeros([size, size]), { name: 'kernel' });
  const step: Step = {
    name: 'train',
    run([x]) {
      const scope = currentScope();
      const value = scope?.read(kernel) as Tensor;
      const rate = mean(matmul(x as Tensor, add(value, 1)));
      scope?.update(kernel, add(value, rate));
      return [rate];
    },
  };
  const program = await engine.compile(step, signature);
  const held = new HeldData(engine.arena, [data]);
  for (let run = 0; run < 2; run++) program.runSteps(held, inOrder(), 0, batches);
  return { engine, step, program, kernel, held };
}

/** Runs steps of which the third meets a row that does not exist. */
function fail({ program, held }: Trained, place: number): unknown {
  const order = inOrder();
  order[2 * rows + place] = nowhere;
  try {
    program.runSteps(held, order, 0, batches);
  } catch (error) {
    return error;
  }
  return undefined;
}

/** What the same runs make of the weights on one thread, undisturbed. */
async function expected(runs: number): Promise<unknown> {
  const { program, kernel, held } = await train(1);
  for (let run = 2; run < runs; run++) program.runSteps(held, inOrder(), 0, batches);
  return (await kernel.read()).data;
}

describe('a program that fails while it runs', () => {
  test.each([
    { threads: 1, who: 'the only thread', place: 0 },
    { threads: 2, who: 'the first thread', place: 0 },
    { threads: 2, who: 'the second thread', place: rows - 1 },
  ])('in $who of $threads: goes back to the weights before, and trains on', async ({ threads, place }) => {
    const trained = await train(threads);
    const { engine, program, kernel, held } = trained;
    expect(engine.threadCount.threads).toBe(threads);
    const before = (await kernel.read()).data;
    expect(before).toEqual(await expected(2));
    // A copy is kept for fifty times what it took.
    await new Promise((resolve) => setTimeout(resolve, 200));

    const error = fail(trained, place);
    expect(error).toBeInstanceOf(StateError);
    expect((error as StateError).message).toMatch(/^the train step: expected a program that runs to its end/);
    expect((error as StateError).message).toMatch(/is again what it was 0\.\d seconds ago/);
    expect((await kernel.read()).data).toEqual(before);

    expect(engine.threadCount.threads).toBe(1);
    program.runSteps(held, inOrder(), 0, batches);
    expect((await kernel.read()).data).toEqual(await expected(3));

    await engine.team?.restart();
    expect(engine.threadCount.threads).toBe(threads);
    for (let run = 0; run < 4; run++) program.runSteps(held, inOrder(), 0, batches);
    expect((await kernel.read()).data).toEqual(await expected(7));
    expect(engine.team?.broken).not.toBe(true);
  });
});

test('values that were set just before a run that fails stay', async () => {
  let now = 0;
  // Runs come so close together that the copy made before them would still do.
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now++);
  const trained = await train(1);
  const given = new Float32Array(size * size).fill(3);
  trained.kernel.assign(new NdArray(given, [size, size]));
  expect(fail(trained, 0)).toBeInstanceOf(StateError);
  expect((await trained.kernel.read()).data).toEqual(given);
  clock.mockRestore();
});

describe('a worker that dies', () => {
  test('leaves training to one thread, until others are started', async () => {
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const { engine, step, program, kernel, held } = await train(2);
    const workers = new Set(posted.mock.contexts as Worker[]);
    expect(workers.size).toBe(1);
    for (const worker of workers) await worker.terminate();
    expect(engine.threadCount).toEqual({
      threads: 1,
      reason: expect.stringMatching(/a thread has failed/) as string,
    });

    program.runSteps(held, inOrder(), 0, batches);
    expect((await kernel.read()).data).toEqual(await expected(3));
    const later = await engine.compile(step, signature);
    program.dispose();
    later.runSteps(held, inOrder(), 0, batches);
    expect((await kernel.read()).data).toEqual(await expected(4));

    await engine.team?.restart();
    expect(engine.threadCount.threads).toBe(2);
    for (let run = 0; run < 3; run++) later.runSteps(held, inOrder(), 0, batches);
    expect((await kernel.read()).data).toEqual(await expected(7));
    expect(engine.team?.broken).toBe(false);
    posted.mockRestore();
  });
});
