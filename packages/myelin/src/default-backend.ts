import { type Runtime, offerRuntime } from '@myelin/core';

/** Makes a function offer the WASM backend first: it is loaded when a model runs and no other was chosen. */
export function withDefaultBackend<Args extends unknown[], Result>(
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  return (...args) => {
    offerRuntime(loadDefaultBackend);
    return make(...args);
  };
}

async function loadDefaultBackend(): Promise<Runtime> {
  const { wasm } = await import('@myelin/backend-wasm');
  return wasm();
}
