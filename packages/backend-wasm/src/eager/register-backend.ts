import { StateError } from '@myelin/core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  env,
  findBackendFactory,
  getKernelsForBackend,
  registerBackend,
  registerKernel,
} from '@tensorflow/tfjs-core';
import type { Numerics } from '../native/load-native.js';
import { type WasmOptions, type WasmPaths, backendNames } from '../wasm-options.js';
import { attachContext, contextOf } from './context-of.js';
import { EagerContext } from './eager-context.js';
import { ownKernels } from './own-kernels.js';
import { checkSimd } from '../check-simd.js';

const threadsFlag = 'WASM_HAS_MULTITHREAD_SUPPORT';

/** Registers the backend of tfjs-core, unless it is registered; returns its name. */
export async function registerOwnBackend({
  numerics = 'fastest',
  wasmPaths,
}: WasmOptions = {}): Promise<string> {
  const name = backendNames[numerics];
  if (isRegistered(name)) return name;
  const backend = await createBackend(numerics, wasmPaths);
  if (isRegistered(name))
    backend.dispose(); // Another call was faster.
  else register(name, backend);
  return name;
}

/** The same function, with the type of what it really returns. */
const backendFactory: (name: string) => (() => unknown) | null = findBackendFactory;

function isRegistered(name: string): boolean {
  return backendFactory(name) !== null;
}

async function createBackend(numerics: Numerics, wasmPaths?: WasmPaths): Promise<BackendWasm> {
  checkSimd();
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  const backend = await stockBackend(() => {
    if (wasmPaths !== undefined) setWasmPaths(wasmPaths);
  });
  attachContext(backend, await EagerContext.create(backend, numerics));
  return backend;
}

/** A new instance of the stock backend, without threads: its kernels gain little by them, and ours need its memory. */
async function stockBackend(setPaths: () => void): Promise<BackendWasm> {
  const threads = await env().getAsync(threadsFlag);
  env().set(threadsFlag, false);
  try {
    setPaths();
    return (await backendFactory('wasm')?.()) as BackendWasm;
  } catch (cause) {
    throw new StateError({
      who: 'wasm',
      expected: 'the .wasm files of @tensorflow/tfjs-backend-wasm',
      got: 'none where they were looked for',
      hint: 'In a page, say where they are, wasm({ wasmPaths }), and load the page again: it tries only once.',
      cause,
    });
  } finally {
    env().set(threadsFlag, threads);
  }
}

function register(backendName: string, backend: BackendWasm): void {
  const stock = new Map(getKernelsForBackend('wasm').map((config) => [config.kernelName, config]));
  const present = new Set(getKernelsForBackend(backendName).map(({ kernelName }) => kernelName));
  for (const { kernelName, compute } of ownKernels) {
    const setupFunc = stock.get(kernelName)?.setupFunc;
    stock.delete(kernelName);
    if (present.has(kernelName)) continue;
    registerKernel({
      kernelName,
      backendName,
      ...(setupFunc && { setupFunc }),
      kernelFunc: (call) => compute(call.inputs, call.attrs ?? {}, contextOf(call.backend) as EagerContext),
    });
  }
  for (const [kernelName, config] of stock) {
    if (!present.has(kernelName)) registerKernel({ ...config, backendName });
  }
  const lowestPriority = 0;
  registerBackend(backendName, () => backend, lowestPriority);
}
