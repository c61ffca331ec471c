import {
  add,
  engine,
  findBackend,
  getBackend,
  getKernelsForBackend,
  matMul,
  memory,
  ones,
  removeBackend,
  setBackend,
  tensor,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { currentRuntime, useBackend } from '@myelin/core';
import { afterEach, expect, test, vi } from 'vitest';
import { wasm } from './wasm.js';
import { backendInfo } from './eager/backend-info.js';
import { prepareWasm } from './prepare-wasm.js';

afterEach(() => {
  vi.restoreAllMocks();
});

test("leaves a user's own wasm backend as it is, before and beside", async () => {
  const warn = vi.spyOn(console, 'warn');
  const kernels = getKernelsForBackend('wasm');
  const functions = kernels.map(({ kernelFunc }) => kernelFunc);
  await setBackend('wasm');
  const theirs = findBackend('wasm');
  const [a, b] = [tensor([1, 2, 3]), tensor([10, 20, 30])];

  await prepareWasm();
  await prepareWasm();
  await prepareWasm({ numerics: 'portable' });

  expect(getBackend()).toBe('wasm');
  await setBackend('myelin-wasm');
  const c = tensor([5, 5, 5]);
  expect([...add(c, c).dataSync()]).toEqual([10, 10, 10]);
  await setBackend('wasm');
  expect(findBackend('wasm')).toBe(theirs);
  expect([...add(a, b).dataSync()]).toEqual([11, 22, 33]);
  expect(getKernelsForBackend('wasm').map(({ kernelFunc }) => kernelFunc)).toEqual(functions);
  expect(warn).not.toHaveBeenCalled();
});

test('has every kernel of the stock backend, and more', async () => {
  const name = await prepareWasm();
  const own = getKernelsForBackend(name).map(({ kernelName }) => kernelName);
  const stock = getKernelsForBackend('wasm').map(({ kernelName }) => kernelName);
  expect(stock.filter((kernelName) => !own.includes(kernelName))).toEqual([]);
  expect(own.filter((kernelName) => !stock.includes(kernelName)).sort()).toEqual([
    'Conv2DBackpropFilter',
    'DepthwiseConv2dNativeBackpropFilter',
    'DepthwiseConv2dNativeBackpropInput',
    'Einsum',
    'GruSequence',
    'GruSequenceGradient',
    'LstmSequence',
    'LstmSequenceGradient',
    'PhiloxUniform',
    'SimpleRnnSequence',
    'SimpleRnnSequenceGradient',
    'UnsortedSegmentSum',
  ]);
});

test('tensors move between backends', async () => {
  const name = await prepareWasm();
  await setBackend('cpu');
  const a = tensor([1, 2, 3, 4], [2, 2]);
  await setBackend(name);
  const b = matMul(a, a);
  await setBackend('wasm');
  const c = matMul(b, b);
  await setBackend('cpu');
  expect([...add(c, a).dataSync()]).toEqual([200, 292, 438, 638]);
});

test('several calls at once make one backend', async () => {
  removeBackend('myelin-wasm');
  const warn = vi.spyOn(console, 'warn');
  const names = await Promise.all([prepareWasm(), prepareWasm(), prepareWasm()]);
  expect(names).toEqual(['myelin-wasm', 'myelin-wasm', 'myelin-wasm']);
  await setBackend('myelin-wasm');
  expect([...matMul(ones([2, 3]), ones([3, 1])).dataSync()]).toEqual([3, 3]);
  expect(warn).not.toHaveBeenCalled();
});

test('keeps no memory between calls', async () => {
  await setBackend(await prepareWasm());
  const before = memory().numTensors;
  const [x, y] = [ones([64, 64]), ones([64, 64])];
  const heap = (engine().backend as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm;
  for (let i = 0; i < 200; i++) matMul(x, y).dispose();
  const size = heap.HEAPU8.length;
  for (let i = 0; i < 5000; i++) matMul(x, y).dispose();
  expect(heap.HEAPU8.length).toBe(size);
  x.dispose();
  y.dispose();
  expect(memory().numTensors).toBe(before);
});

test('memory may grow while kernels are in use', async () => {
  await setBackend(await prepareWasm());
  const small = ones([3, 3]);
  const large = ones([6000, 6000]);
  expect([...matMul(small, small).dataSync()]).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3]);
  large.dispose();
});

test('is a runtime, which says what it found', async () => {
  await setBackend('cpu');
  expect(() => backendInfo()).toThrow('expected the WASM backend of Myelin in use, got "cpu"');
  await useBackend(wasm());
  expect(currentRuntime().name).toBe('wasm');
  expect(backendInfo()).toMatchObject({ name: 'myelin-wasm', simd: 'relaxed' });
  await useBackend(wasm({ numerics: 'portable', threads: 1 }));
  expect(backendInfo()).toMatchObject({ name: 'myelin-wasm-portable', simd: 'baseline', threads: 1 });
});
