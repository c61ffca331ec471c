import { env, getBackend, ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { expect, test, vi } from 'vitest';
import { backendInfo } from './eager/backend-info.js';
import { prepareWasm } from './prepare-wasm.js';

test('says that SIMD is needed, and works once it is there', async () => {
  const validate = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  await expect(prepareWasm()).rejects.toThrow('wasm: expected WebAssembly with SIMD, got an engine without.');
  validate.mockRestore();
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
