import type { HeldArrays, NdArray } from '@myelin/core';
import type { Arena } from './memory/arena.js';
import { elementBytes, writeElements } from './memory/elements.js';

/** Arrays in the memory of programs, which gather their batches from them. */
export class HeldData implements HeldArrays {
  readonly addresses: readonly number[];
  readonly #arena: Arena;
  readonly #order: number;
  #written: Uint32Array | undefined;

  /** @throws StateError when there is not enough memory; nothing stays allocated then. */
  constructor(arena: Arena, arrays: readonly NdArray[]) {
    this.#arena = arena;
    const taken: number[] = [];
    try {
      for (const { size } of arrays) taken.push(arena.allocate(elementBytes * size, 'the data'));
      taken.push(arena.allocate(elementBytes * (arrays[0]?.shape[0] ?? 0), 'the order of the data'));
    } catch (error) {
      for (const address of taken) arena.free(address);
      throw error;
    }
    this.#order = taken.pop() ?? 0;
    this.addresses = taken;
    arrays.forEach((array, i) => {
      writeElements(arena, taken[i] ?? 0, array);
    });
  }

  /** The address of an order of rows, 0 for their own. */
  orderAddress(order: Uint32Array | null): number {
    if (order === null) return 0;
    if (this.#written !== order) this.#arena.integers(this.#order, order.length).set(order);
    this.#written = order;
    return this.#order;
  }

  dispose(): void {
    for (const address of [...this.addresses, this.#order]) this.#arena.free(address);
  }
}
