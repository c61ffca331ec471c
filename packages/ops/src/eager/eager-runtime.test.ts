import '@tensorflow/tfjs-backend-cpu';
import { KernelBackend, registerBackend, registerKernel, setBackend } from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { eagerRuntime } from './eager-runtime.js';

/** It is never asked to compute anything. */
class IdleBackend extends KernelBackend {}

test('ready sets a backend up once, and again after another was in use', async () => {
  const prepareBackend = vi.fn(() => Promise.resolve());
  const setupFunc = vi.fn();
  registerBackend('idle', () => new IdleBackend());
  registerKernel({ backendName: 'idle', kernelName: 'Abs', setupFunc, kernelFunc: () => [] });
  const runtime = eagerRuntime('idle', prepareBackend);

  await runtime.ready();
  await runtime.ready();
  expect([prepareBackend.mock.calls.length, setupFunc.mock.calls.length]).toEqual([1, 1]);

  await setBackend('cpu');
  await runtime.ready();
  expect([prepareBackend.mock.calls.length, setupFunc.mock.calls.length]).toEqual([2, 2]);
});

test('a backend that could not be prepared is prepared anew', async () => {
  const prepareBackend = vi.fn(() => Promise.resolve());
  prepareBackend.mockRejectedValueOnce(new Error('cannot be reached'));
  const runtime = eagerRuntime('cpu', prepareBackend);
  await expect(runtime.ready()).rejects.toThrow('cannot be reached');
  await runtime.ready();
  expect(prepareBackend).toHaveBeenCalledTimes(2);
});
