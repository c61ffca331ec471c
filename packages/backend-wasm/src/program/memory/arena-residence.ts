import { NdArray, type Residence, type Variable, shapeSize } from '@myelin/core';
import type { Arena } from './arena.js';
import { elementBytes, readElements, writeElements } from './elements.js';

/** The fixed place of a variable in the memory that programs share. */
export class ArenaResidence implements Residence {
  readonly address: number;
  readonly #arena: Arena;
  readonly #shape: readonly number[];
  readonly #dtype: Variable['dtype'];

  constructor(arena: Arena, { shape, dtype, path }: Variable) {
    this.#arena = arena;
    this.#shape = shape;
    this.#dtype = dtype;
    this.address = arena.allocate(elementBytes * shapeSize(shape), `the variable ${path}`);
  }

  read(): NdArray {
    return readElements(this.#arena, this.address, this.#shape, this.#dtype);
  }

  write(value: NdArray): void {
    writeElements(this.#arena, this.address, value);
  }

  release(): void {
    this.#arena.free(this.address);
  }
}
