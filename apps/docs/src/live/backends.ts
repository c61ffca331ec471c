import type { Runtime } from '@myelin/core';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { BackendName } from './messages.js';

/** The runtimes of this page; the code of each is fetched when it is first chosen. */
export const runtimes: Readonly<Record<BackendName, () => Promise<Runtime>>> = {
  async wasm() {
    const { wasm } = await import('@myelin/backend-wasm');
    return wasm({
      wasmPaths: {
        'tfjs-backend-wasm.wasm': plainWasm,
        'tfjs-backend-wasm-simd.wasm': simdWasm,
        'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
      },
    });
  },
  async webgl() {
    const { webgl } = await import('@myelin/backend-webgl');
    return webgl();
  },
};

/** With how many threads the runtime in use computes; null for one that has none of its own. */
export async function threadsOf(backend: BackendName): Promise<number | null> {
  if (backend !== 'wasm') return null;
  const { backendInfo } = await import('@myelin/backend-wasm');
  return backendInfo().threads;
}

/** The smallest module with an instruction of SIMD: one function that drops a vector. */
const simdModule = new Uint8Array([
  ...[0, 97, 115, 109, 1, 0, 0, 0], // magic number and version
  ...[1, 4, 1, 96, 0, 0], // a type: no parameters, no results
  ...[3, 2, 1, 0], // a function of that type
  ...[10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11], // i32.const 0, i8x16.splat, drop
]);

/** Why each backend cannot run here; null where it can. Fetches nothing. */
export function missingBackends(): Record<BackendName, string | null> {
  return { wasm: missingWasm(), webgl: missingWebgl() };
}

function missingWasm(): string | null {
  return WebAssembly.validate(simdModule) ? null : 'this browser has no WebAssembly with SIMD';
}

function missingWebgl(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return 'this browser has no graphics in workers';
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return 'this device has no WebGL 2';
  const floats = gl.getExtension('EXT_color_buffer_float');
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return floats === null ? 'this device computes with 16 bits only' : null;
}
