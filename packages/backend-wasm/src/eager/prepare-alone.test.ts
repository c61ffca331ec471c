import { env, getBackend, ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { expect, test } from 'vitest';
import { backendInfo } from './backend-info.js';
import { prepareWasm } from './prepare-wasm.js';

test('says that SIMD is needed, and works once it is there', async () => {
  env().set('WASM_HAS_SIMD_SUPPORT', false);
  await expect(prepareWasm()).rejects.toThrow('wasm: expected WebAssembly with SIMD, got an engine without.');
  env().set('WASM_HAS_SIMD_SUPPORT', true);
  expect(await prepareWasm()).toBe('myelin-wasm');
});

test('is not what tfjs-core chooses by itself', async () => {
  await prepareWasm();
  await ready();
  expect(getBackend()).toBe('wasm');
});

test('has no threads, and leaves it to the user whether the stock backend has', async () => {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', true);
  await setBackend(await prepareWasm({ numerics: 'portable' }));
  expect(backendInfo().threads).toBe(1);
  expect(env().getBool('WASM_HAS_MULTITHREAD_SUPPORT')).toBe(true);
});
