/** Prepares the backend that the environment variable MYELIN_SPECS_BACKEND names, and declares it to the specs. */
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { findBackend, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { registerTestEnv } from '@tensorflow/tfjs-core/dist/jasmine_util.js';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { prepareWasm } from '../../src/prepare-wasm.ts';

const { MYELIN_SPECS_BACKEND: backendName, MYELIN_SPECS_WASM: folder } = process.env;

async function prepare() {
  setWasmPaths(folder);
  if (backendName !== 'wasm')
    await prepareWasm({ numerics: backendName.endsWith('portable') ? 'portable' : 'fastest' });
  await setBackend(backendName);
  // The specs throw the backend away again and again, and take it anew: it stays the same.
  const backend = findBackend(backendName);
  backend.dispose = () => {};
  removeBackend(backendName);
  registerBackend(backendName, () => backend);
}

export const ready = prepare();

registerTestEnv({ name: backendName, backendName, isDataSync: true });
