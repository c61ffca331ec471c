import { StateError } from '@myelin/core';
import { engine, getBackend } from '@tensorflow/tfjs-core';
import type { SimdVariant } from '../native/load-native.js';
import { contextOf } from './context-of.js';
import { engineBeside, latestBackend } from '../program/shared-engine.js';

export interface BackendInfo {
  /** The name in tfjs-core of the backend for what is not compiled. */
  readonly name: string;
  /** The instructions in use; `relaxed` is faster and rounds differently. */
  readonly simd: SimdVariant;
  /** Whether compiled programs compute two vectors at once: see `wideVectors` of `wasm`. */
  readonly wideVectors: boolean;
  /** Threads that compiled programs may use now; a program uses one where more would not help. */
  readonly threads: number;
  /** Why there are not more threads. */
  readonly reason: string;
}

/**
 * What the WASM backend found on this machine.
 *
 * @example
 * ```ts
 * await useBackend(wasm({ numerics: 'portable' }));
 * backendInfo().simd; // 'baseline'
 * ```
 * @throws StateError when another backend is in use.
 */
export function backendInfo(): BackendInfo {
  // There is none before it is needed.
  const name = (getBackend() as string | undefined) ?? latestBackend();
  if (name === undefined) throw notInUse('none');
  const programs = engineBeside(name);
  if (programs !== undefined) {
    return { name, simd: programs.simd, wideVectors: programs.wide, ...programs.threadCount };
  }
  const context = contextOf(engine().backend);
  if (context === undefined) throw notInUse(JSON.stringify(name));
  const reason = 'kernels that run one by one are too short to be shared out';
  return { name, simd: context.simd, wideVectors: false, threads: 1, reason };
}

function notInUse(got: string): StateError {
  return new StateError({
    who: 'backendInfo',
    expected: 'the WASM backend of Myelin in use',
    got,
    hint: 'Call `await useBackend(wasm())` first.',
  });
}
