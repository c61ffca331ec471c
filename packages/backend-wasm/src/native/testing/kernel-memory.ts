import { type Numerics, loadNative } from '../load-native.js';
import type { Address, NativeKernels } from '../native-kernels.js';

const BYTES = 64 << 20;
const GUARD = 12345;

/** The kernels as they are built, with tiles of one panel and of two. */
export const kernelVariants: readonly { readonly numerics: Numerics; readonly wide: boolean }[] = [
  { numerics: 'portable', wide: false },
  { numerics: 'portable', wide: true },
  { numerics: 'fastest', wide: false },
  { numerics: 'fastest', wide: true },
];

/** The kernels on a memory where tests put arrays one after the other. */
export class KernelMemory {
  readonly kernels: NativeKernels;
  readonly floats: Float32Array;
  readonly #words: Int32Array;
  readonly #start: number;
  #top: number;

  private constructor(kernels: NativeKernels, memory: WebAssembly.Memory, wide: boolean) {
    this.kernels = kernels;
    this.floats = new Float32Array(memory.buffer);
    this.#words = new Int32Array(memory.buffer);
    kernels.setWorkspace(1024, wide);
    this.#start = 1024 + ((kernels.workspaceBytes() + 63) & ~63);
    this.#top = this.#start;
  }

  static async create(numerics: Numerics, wide = false): Promise<KernelMemory> {
    const memory = new WebAssembly.Memory({ initial: BYTES / 65536 });
    return new KernelMemory((await loadNative(memory, numerics)).kernels, memory, wide);
  }

  reset(): void {
    this.#top = this.#start;
  }

  /** Space for floats, with others around it that tell when a kernel writes beyond. */
  allocate(count: number): Address {
    const guard = 64;
    const address = this.#top + guard;
    this.#top = address + ((4 * count + 63) & ~63) + guard;
    if (this.#top > BYTES) throw new Error('The memory of the test is too small.');
    this.floats.fill(GUARD, (address - guard) / 4, this.#top / 4);
    return address;
  }

  /** Values between -1 and 1 with full mantissas, the same in every run. */
  noise(count: number, seed: number): Address {
    const address = this.allocate(count);
    let state = seed;
    for (let i = 0; i < count; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      this.floats[address / 4 + i] = state / 2 ** 31;
    }
    return address;
  }

  words(values: readonly number[]): Address {
    const address = this.allocate(values.length);
    this.#words.set(values, address / 4);
    return address;
  }

  view(address: Address, count: number): Float32Array {
    return this.floats.subarray(address / 4, address / 4 + count);
  }

  bytes(address: Address, count: number): Uint8Array {
    return new Uint8Array(this.floats.buffer, address, count);
  }

  /** Whether what surrounds the floats is as it was. */
  isIntact(address: Address, count: number): boolean {
    const before = this.floats.subarray(address / 4 - 16, address / 4);
    const after = this.floats.subarray(address / 4 + count, address / 4 + count + 16);
    return [...before, ...after].every((value) => value === GUARD);
  }
}

/** The largest deviation of a float32 result from float64 sums, as a part of the sums of absolute products. */
export function deviation(actual: Float32Array, expected: Float64Array, scale: Float64Array): number {
  let worst = 0;
  actual.forEach((value, i) => {
    const error = Math.abs(value - (expected[i] ?? NaN)) / (scale[i] || 1);
    worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
  });
  return worst;
}
