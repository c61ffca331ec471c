import { NdArray, type Signature, type Step } from '@myelin/core';
import { add, exp, matmul } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from './engine.js';

const size = 48;
const signature: Signature = { inputs: [{ shape: [size, size], dtype: 'float32' }] };
const x = new NdArray(
  Float32Array.from({ length: size * size }, (_, i) => Math.sin(i) / size),
  [size, size],
);

/** Products, which threads share, with barriers between them. */
const step: Step = {
  name: 'predict',
  run([a]) {
    const product = matmul(a as Tensor, a as Tensor);
    return [exp(matmul(product, a as Tensor))];
  },
};

/** Something that keeps the processor busy, so that threads come late to their barriers. */
const busy: Worker[] = [];
beforeAll(() => {
  for (let i = 0; i < 2; i++) busy.push(new Worker('for (;;) Math.random();', { eval: true }));
});
afterAll(async () => {
  await Promise.all(busy.map((worker) => worker.terminate()));
});

test('programs come and go while threads are late, and the memory of one serves the next', async () => {
  const engine = await Engine.create({ numerics: 'portable', threads: 2 });
  expect(engine.threadCount.threads).toBe(2);
  const results: number[][] = [];
  for (let i = 0; i < 300; i++) {
    const program = await engine.compile(step, signature);
    const [y] = await (await program.run([x])).read();
    results.push([...(y as NdArray).data.slice(0, 4)].map(Number));
    program.dispose();
  }
  expect(new Set(results.map(String)).size).toBe(1);
});

test('one thread computes the bits of two', async () => {
  const outputs = await Promise.all(
    [1, 2].map(async (threads) => {
      const engine = await Engine.create({ numerics: 'portable', threads });
      const program = await engine.compile(step, signature);
      const [y] = await (await program.run([x])).read();
      program.dispose();
      return (y as NdArray).toArray();
    }),
  );
  expect(outputs[0]).toEqual(outputs[1]);
});

test('inputs that a step does not read leave the others in their places', async () => {
  const engine = await Engine.create({ numerics: 'portable', threads: 1 });
  const inputs = [1, 2, 3].map((value) => NdArray.from([value, value]));
  const program = await engine.compile(
    { name: 'some', run: ([a, , c]) => [add(a as Tensor, c as Tensor)] },
    { inputs: inputs.map(({ shape }) => ({ shape, dtype: 'float32' })) },
  );
  const [y] = await (await program.run(inputs)).read();
  expect((y as NdArray).toArray()).toEqual([4, 4]);
  program.dispose();
});
