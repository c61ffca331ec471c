/// <reference types="vite/client" />
import { wasm } from '@myelin/backend-wasm';
import { webgl } from '@myelin/backend-webgl';
import type { ConformanceBackend } from '@myelin/testing';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { exceptions, webglExceptions } from './exceptions.js';

export const wasmPaths: Readonly<Record<`tfjs-backend-wasm${'' | '-simd' | '-threaded-simd'}.wasm`, string>> =
  {
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  };

/** WebAssembly in a page: the same code as in Node. */
export const wasmInPage: ConformanceBackend = {
  runtime: wasm({ eager: true, wasmPaths }),
  tolerance: { rtol: 1e-5, atol: 1e-7 },
  exceptions,
};

/**
 * WebGL, within 1e-4 instead of 1e-5: its float32 division, powers and exponentials may be several units in the last
 * place off, and cards add in orders of their own. Near zero within 2e-6: the `1 + tanh` of gelu cancels.
 */
export const webglInPage: ConformanceBackend = {
  runtime: webgl(),
  tolerance: { rtol: 1e-4, atol: 2e-6 },
  exceptions: webglExceptions,
};
