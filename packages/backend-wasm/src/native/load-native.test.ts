import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { type MemoryKind, type Numerics, compileNative, instantiateNative } from './load-native.js';

const variants = (['portable', 'fastest'] as const).flatMap((numerics) =>
  (['unshared', 'shared'] as const).map((kind): [Numerics, MemoryKind] => [numerics, kind]),
);

function createMemory(kind: MemoryKind): WebAssembly.Memory {
  const pages = { initial: 64, maximum: 65536 };
  return new WebAssembly.Memory(kind === 'shared' ? { ...pages, shared: true } : pages);
}

test.each(variants)('%s numerics on a memory that is %s', async (numerics, kind) => {
  const { module, simd } = await compileNative(numerics, kind);
  expect(simd).toBe(numerics === 'portable' ? 'baseline' : 'relaxed');
  expect((await compileNative(numerics, kind)).module).toBe(module);

  const memory = createMemory(kind);
  const untouched = new Uint8Array(memory.buffer).fill(7);
  const kernels = await instantiateNative(module, memory);
  expect(untouched.every((value) => value === 7)).toBe(true);
  kernels.setWorkspace(1024, false);
  const floats = new Float32Array(memory.buffer);
  const [a, b, c] = [3_000_000, 3_000_100, 3_000_200];
  floats.set([1, 2, 3, 4], a / 4);
  floats.set([5, 6, 7, 8], b / 4);
  kernels.gemm(false, false, 2, 2, 2, a, 2, b, 2, c, 2, 0, -Infinity);
  expect([...floats.subarray(c / 4, c / 4 + 4)]).toEqual([19, 22, 43, 50]);

  const other = createMemory(kind === 'shared' ? 'unshared' : 'shared');
  await expect(instantiateNative(module, other)).rejects.toThrow(WebAssembly.LinkError);
});

test('a module can be posted to a worker, which has an instance of its own on the shared memory', async () => {
  const { module } = await compileNative('fastest', 'shared');
  const memory = createMemory('shared');
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { exports } = new WebAssembly.Instance(workerData.module, { env: { memory: workerData.memory } });
    exports.setWorkspace(1024, false);
    exports.gemm(0, 0, 1, 1, 2, 3000000, 2, 3000008, 1, 3000016, 1, 0, -Infinity);
    parentPort.postMessage('done');`;
  const floats = new Float32Array(memory.buffer);
  floats.set([2, 3, 4, 5], 3_000_000 / 4);
  const worker = new Worker(source, { eval: true, workerData: { module, memory } });
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  expect(floats[3_000_016 / 4]).toBe(23);
  await worker.terminate();
});
