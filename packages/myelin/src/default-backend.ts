import { type Runtime, defineConstants, offerRuntime } from '@myelin/core';

/**
 * Makes a function offer the WASM backend first: it is loaded when a model runs and no other was chosen. What else the
 * function is, such as a class for `loadModel`, it stays.
 */
export function withDefaultBackend<Make extends (...args: never[]) => unknown>(make: Make): Make {
  const offering = (...args: Parameters<Make>): unknown => {
    offerRuntime(loadDefaultBackend);
    return make(...args);
  };
  return defineConstants(offering, Object.fromEntries(Object.entries(make))) as Make;
}

async function loadDefaultBackend(): Promise<Runtime> {
  const { wasm } = await import('@myelin/backend-wasm');
  return wasm();
}
