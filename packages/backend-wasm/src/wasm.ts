import type { Runtime } from '@myelin/core';
import { eagerRuntime } from '@myelin/ops';
import { type WasmOptions, backendNames, prepareWasm } from './eager/prepare-wasm.js';

/**
 * Runs models on WebAssembly with SIMD: matrix products, convolutions, pooling and sums by the kernels of this package,
 * everything else by tfjs-backend-wasm, on one heap.
 *
 * @example
 * ```ts
 * await useBackend(wasm());
 * currentRuntime().name; // 'eager on myelin-wasm'
 * ```
 */
export function wasm(options: WasmOptions = {}): Runtime {
  return eagerRuntime(backendNames[options.numerics ?? 'fastest'], async () => {
    await prepareWasm(options);
  });
}
