/// <reference types="vite/client" />
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { currentRuntime, useBackend } from '@myelin/core';
import { type Tensor2D, grad, matMul, memory, sum, tensor2d } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { backendInfo } from './eager/backend-info.js';
import { wasm } from './wasm.js';

const wasmPaths = {
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threaded,
};

test('runs in a page that may share memory, where the stock backend would take threads', async () => {
  expect(globalThis.crossOriginIsolated).toBe(true);
  await useBackend(wasm({ eager: true, wasmPaths }));
  expect(currentRuntime().name).toBe('wasm');
  const threads = Math.min(8, navigator.hardwareConcurrency);
  expect(backendInfo()).toMatchObject({ name: 'myelin-wasm', simd: 'relaxed', threads });
  const before = memory().numTensors;
  const x = tensor2d([[1, 2], [3, 4]]); // prettier-ignore
  const kernel = tensor2d([[1, 0], [0, 1]]); // prettier-ignore
  const gradient = grad((k) => sum(matMul(x, matMul(x, k as Tensor2D), true)))(kernel);
  expect(await gradient.array()).toEqual([[24, 24], [34, 34]]); // prettier-ignore
  for (const tensor of [x, kernel, gradient]) tensor.dispose();
  expect(memory().numTensors).toBe(before);
});
