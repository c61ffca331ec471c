import type { WasmOptions } from './wasm-options.js';

/**
 * Registers a backend of tfjs-core: the stock WASM backend on a heap of its own, with the kernels of this package.
 * Returns its name. Calling it again changes nothing, and a user's own `wasm` backend stays what it is.
 *
 * @example
 * ```ts
 * await prepareWasm(); // 'myelin-wasm'
 * ```
 * @throws StateError where WebAssembly has no SIMD, or when the stock backend cannot be loaded.
 */
export async function prepareWasm(options: WasmOptions = {}): Promise<string> {
  const { registerOwnBackend } = await import('./eager/register-backend.js');
  return registerOwnBackend(options);
}
