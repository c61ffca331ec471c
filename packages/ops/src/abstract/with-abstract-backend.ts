import { engine, env, getKernel, registerKernel, type KernelConfig } from '@tensorflow/tfjs-core';
import { kernelRules } from '../kernels/kernel-rules.js';
import type { AbstractBackend } from './abstract-backend.js';
import { engineInternals } from './engine-internals.js';

/** The name under which the kernels of every abstract backend are registered. */
export const abstractBackendName = 'myelin-abstract';

function abstractKernel(kernelName: string): KernelConfig {
  return {
    kernelName,
    backendName: abstractBackendName,
    kernelFunc: ({ inputs, attrs, backend }) =>
      (backend as AbstractBackend).run({
        kernelName,
        inputs,
        attrs: attrs ?? {},
      }),
  };
}

/** Saves looking up every kernel at each call. */
let registered = false;

function ensureAbstractKernels(): void {
  if (registered) return;
  for (const kernelName of kernelRules.keys()) {
    // tfjs-core declares no undefined, and returns it.
    const existing = getKernel(kernelName, abstractBackendName) as KernelConfig | undefined;
    if (existing === undefined) registerKernel(abstractKernel(kernelName));
  }
  registered = true;
}

/**
 * Runs a synchronous function with `backend` in the place of tfjs-core's backend, and returns what it returns: no tensor,
 * since those made on the way are disposed.
 *
 * Everything is as before afterwards, also when `run` throws: the backend (or that there was none, or one that is still
 * loading), the counters of `tf.memory()`, and a gradient tape that was being recorded. `tf.setBackend` is not used: it
 * is asynchronous and sets up every kernel anew. Calls may be nested.
 */
export function withAbstractBackend<T>(backend: AbstractBackend, run: () => T): T {
  ensureAbstractKernels();
  const internals = engineInternals();
  const { backendName, backendInstance, pendingBackendInit } = internals;
  const { numTensors, numStringTensors, numDataBuffers, numBytes } = internals.state;
  const { gradientDepth, kernelDepth, activeTape, profiling } = internals.state;
  const debug = env().getBool('DEBUG');
  // Set directly: setting DEBUG through `env()` warns each time.
  const flags = env().getFlags();
  try {
    Object.assign(internals, {
      backendName: abstractBackendName,
      backendInstance: backend,
      pendingBackendInit: null,
    });
    Object.assign(internals.state, { gradientDepth: 0, kernelDepth: 0, activeTape: null });
    // Both read the outputs of every kernel.
    internals.state.profiling = false;
    flags['DEBUG'] = false;
    return disposingTensors(run);
  } finally {
    Object.assign(internals, { backendName, backendInstance, pendingBackendInit });
    Object.assign(internals.state, { numTensors, numStringTensors, numDataBuffers, numBytes });
    Object.assign(internals.state, { gradientDepth, kernelDepth, activeTape, profiling });
    flags['DEBUG'] = debug;
  }
}

/** As `tidy`, but for any result: `tidy` would keep the tensors that it finds in one. */
function disposingTensors<T>(run: () => T): T {
  engine().startScope();
  try {
    return run();
  } finally {
    engine().endScope();
  }
}
