import { beforeAll, describe, expect } from 'vitest';
import { type Numerics, loadNative } from '../load-native.js';
import type { Address, NativeKernels } from '../native-kernels.js';

const PAGES = 256;
const GUARD = 16;
const UNTOUCHED = 12345;

/** A memory with the kernels on it, and what a test puts there. */
export class Heap {
  readonly memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: PAGES });
  /** Filled before the tests run. */
  kernels!: NativeKernels;
  #top = 64;
  readonly #guards: Address[] = [];

  /** Room for `count` numbers, and something behind it that must stay as it is. */
  take(count: number): Address {
    const address = this.#top;
    const end = address + 4 * count;
    this.#top = (end + 4 * GUARD + 15) & ~15;
    if (this.#top > this.memory.buffer.byteLength) throw new Error('The heap is full.');
    new Float32Array(this.memory.buffer, end, GUARD).fill(UNTOUCHED);
    this.#guards.push(end);
    return address;
  }

  put(values: ArrayLike<number>): Address {
    const address = this.take(values.length);
    this.floats(address, values.length).set(values);
    return address;
  }

  putInts(values: ArrayLike<number>): Address {
    const address = this.take(values.length);
    this.ints(address, values.length).set(values);
    return address;
  }

  floats(address: Address, count: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, count);
  }

  ints(address: Address, count: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, count);
  }

  /** Expects that nothing was written behind what was taken, and takes everything back. */
  clear(): void {
    for (const end of this.#guards) {
      expect(this.floats(end, GUARD).every((value) => value === UNTOUCHED)).toBe(true);
    }
    this.#guards.length = 0;
    this.#top = 64;
  }
}

/** Runs tests on both kinds of numerics. */
export function describeNative(name: string, body: (heap: Heap) => void): void {
  describe.each<Numerics>(['portable', 'fastest'])(`${name}, numerics %s`, (numerics) => {
    const heap = new Heap();
    beforeAll(async () => {
      ({ kernels: heap.kernels } = await loadNative(heap.memory, numerics));
    });
    body(heap);
  });
}

/** Numbers between -1 and 1, the same in every run. */
export function noise(count: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}

/** Expects values to be near others: within `tolerance`, of values above 1 that part. */
export function expectNear(
  values: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what = '',
): void {
  expect(values.length).toBe(expected.length);
  const distance = (value: number, wanted: number): number =>
    Object.is(value, wanted) ? 0 : Math.abs(value - wanted) / Math.max(1, Math.abs(wanted));
  for (let i = 0; i < expected.length; i++) {
    const [value, wanted] = [values[i] ?? NaN, expected[i] ?? NaN];
    if (!(distance(value, wanted) <= tolerance)) {
      expect(value, `${what}[${i}], tolerance ${tolerance}`).toBe(wanted);
    }
  }
}
