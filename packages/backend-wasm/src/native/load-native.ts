import type { NativeKernels } from './native-kernels.js';

/** The instructions that the kernels are made of: relaxed SIMD has a fused multiply-add, the baseline has not. */
export type SimdVariant = 'baseline' | 'relaxed';

/** `fastest` takes the best instructions of the machine; `portable` the ones that round equally on every machine. */
export type Numerics = 'fastest' | 'portable';

/**
 * The kernels on a memory, and the variant that was chosen for this machine.
 *
 * @throws WebAssembly.CompileError where there is no SIMD.
 */
export async function loadNative(
  memory: WebAssembly.Memory,
  numerics: Numerics,
): Promise<{ readonly kernels: NativeKernels; readonly simd: SimdVariant }> {
  if (numerics === 'fastest') {
    const relaxed = await moduleBytes('relaxed');
    if (WebAssembly.validate(relaxed)) {
      return { kernels: await instantiate(relaxed, memory), simd: 'relaxed' };
    }
  }
  return { kernels: await instantiate(await moduleBytes('baseline'), memory), simd: 'baseline' };
}

async function moduleBytes(variant: SimdVariant): Promise<Uint8Array<ArrayBuffer>> {
  const text =
    variant === 'relaxed'
      ? (await import('../generated/relaxed.js')).relaxed
      : (await import('../generated/baseline.js')).baseline;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

async function instantiate(
  bytes: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): Promise<NativeKernels> {
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return instance.exports as unknown as NativeKernels;
}
