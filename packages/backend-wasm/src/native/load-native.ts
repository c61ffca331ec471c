import { isNode } from '../is-node.js';
import type { NativeKernels } from './native-kernels.js';

/** The instructions that the kernels are made of: relaxed SIMD has a fused multiply-add, the baseline has not. */
export type SimdVariant = 'baseline' | 'relaxed';

/** `fastest` takes the best instructions of the machine; `portable` the ones that round equally on every machine. */
export type Numerics = 'fastest' | 'portable';

/** Whether threads share the memory: a module is made for the one or for the other. */
export type MemoryKind = 'unshared' | 'shared';

/** The compiled kernels, and the variant that was chosen for this machine. The module can be posted to workers. */
export interface NativeModule {
  readonly module: WebAssembly.Module;
  readonly simd: SimdVariant;
}

const sources = {
  baseline: () => import('../generated/baseline.js'),
  relaxed: () => import('../generated/relaxed.js'),
};

const compiled = new Map<string, Promise<NativeModule>>();

/**
 * Compiles the kernels, once for each kind.
 *
 * @throws WebAssembly.CompileError where there is no SIMD or, for shared memory, no threads.
 */
export function compileNative(numerics: Numerics, memoryKind: MemoryKind): Promise<NativeModule> {
  const key = `${numerics} ${memoryKind}`;
  let pending = compiled.get(key);
  if (pending === undefined) {
    pending = compile(numerics, memoryKind);
    compiled.set(key, pending);
    pending.catch(() => compiled.delete(key)); // Its file may come at the next attempt.
  }
  return pending;
}

/** The kernels of a module on a memory of its kind; every thread needs an instance of its own. */
export async function instantiateNative(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Promise<NativeKernels> {
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  return instance.exports as unknown as NativeKernels;
}

/** Compiles the kernels for an unshared memory and puts them on it. */
export async function loadNative(
  memory: WebAssembly.Memory,
  numerics: Numerics,
): Promise<{ readonly kernels: NativeKernels; readonly simd: SimdVariant }> {
  const { module, simd } = await compileNative(numerics, 'unshared');
  return { kernels: await instantiateNative(module, memory), simd };
}

async function compile(numerics: Numerics, memoryKind: MemoryKind): Promise<NativeModule> {
  if (numerics === 'fastest') {
    const relaxed = await moduleBytes('relaxed', memoryKind);
    if (WebAssembly.validate(relaxed)) {
      return { module: await WebAssembly.compile(relaxed), simd: 'relaxed' };
    }
  }
  return { module: await WebAssembly.compile(await moduleBytes('baseline', memoryKind)), simd: 'baseline' };
}

/** Modules are compressed before they become text: base64 would hide from gzip what repeats. */
async function moduleBytes(variant: SimdVariant, memoryKind: MemoryKind): Promise<Uint8Array<ArrayBuffer>> {
  const { head, deflatedRest, ...memories } = await sources[variant]();
  const parts = [bytesOf(head), bytesOf(memories[memoryKind]), await inflate(bytesOf(deflatedRest))];
  const module = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    module.set(part, at);
    at += part.length;
  }
  return module;
}

async function inflate(deflated: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // Node has what pages have, too, but takes 40 ms to load it.
  if (isNode()) return process.getBuiltinModule('node:zlib').inflateRawSync(deflated);
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  if (isNode()) return Uint8Array.from(Buffer.from(base64, 'base64'));
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
