import type { ArrayData, HeldArrays, NdArray } from '@myelin/core';
import type { Arena } from './memory/arena.js';
import { bytesOf, elementBytes, writeElements } from './memory/elements.js';

const who = 'the data of the training';
/** The part of the free memory that data may take; programs for other batches may have to follow. */
const mostOfMemory = 0.75;

/** Arrays in the memory of programs, which gather their batches from them. */
export class HeldData implements HeldArrays {
  readonly addresses: readonly number[];
  readonly #arena: Arena;
  readonly #order: number;
  #written: Uint32Array | undefined;

  /** @throws MemoryError when there is not enough memory; nothing stays allocated then. */
  constructor(arena: Arena, arrays: readonly NdArray[]) {
    this.#arena = arena;
    // What is given twice, as the images of an autoencoder are, is held once.
    const different = new Map(arrays.map((array) => [array.data, array]));
    const places = new Map<ArrayData, number>();
    const bytes = [...different.values()].reduce((sum, array) => sum + bytesOf(array), 0);
    arena.reserve(Math.ceil(bytes / mostOfMemory), who);
    try {
      for (const [data, array] of different) places.set(data, arena.allocate(bytesOf(array), who));
      this.#order = arena.allocate(elementBytes * (arrays[0]?.shape[0] ?? 0), who);
    } catch (error) {
      for (const address of places.values()) arena.free(address);
      throw error;
    }
    this.addresses = arrays.map(({ data }) => places.get(data) ?? 0);
    for (const [data, array] of different) writeElements(arena, places.get(data) ?? 0, array);
  }

  /** The address of an order of rows, 0 for their own. */
  orderAddress(order: Uint32Array | null): number {
    if (order === null) return 0;
    if (this.#written !== order) this.#arena.integers(this.#order, order.length).set(order);
    this.#written = order;
    return this.#order;
  }

  dispose(): void {
    for (const address of new Set([...this.addresses, this.#order])) this.#arena.free(address);
  }
}
