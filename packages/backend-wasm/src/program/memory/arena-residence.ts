import { type NdArray, type Residence, type Variable, allocate, shapeSize } from '@myelin/core';
import type { Arena } from './arena.js';
import { bytesOf, fromWords, writeElements } from './elements.js';

/** The fixed place of a variable in the memory that programs share. */
export class ArenaResidence implements Residence {
  readonly address: number;
  readonly #arena: Arena;
  readonly #shape: readonly number[];
  readonly #dtype: Variable['dtype'];
  #saved: Int32Array | undefined;
  #savedFor = 0;
  /** Whether workers are changing the value while others go on. */
  isChanging = false;

  constructor(arena: Arena, { shape, dtype, path }: Variable) {
    this.#arena = arena;
    this.#shape = shape;
    this.#dtype = dtype;
    this.address = arena.allocate(residenceBytes({ shape }), `the variable ${path}`);
  }

  /** The value; of one that is changing, the copy, because all variables were copied at one moment. */
  read(): NdArray {
    const words = this.isChanging && this.#saved !== undefined ? this.#saved : this.#words();
    return fromWords(words, this.#shape, this.#dtype);
  }

  write(value: NdArray): void {
    writeElements(this.#arena, this.address, value);
  }

  /** Keeps a copy of the value, to go back to, unless it has one for this checkpoint. */
  save(checkpoint: number): void {
    if (this.#savedFor === checkpoint) return;
    this.#savedFor = checkpoint;
    this.#saved ??= allocate('int32', shapeSize(this.#shape)) as Int32Array;
    this.#saved.set(this.#words());
  }

  /** Goes back to the copy. */
  restore(): void {
    if (this.#saved !== undefined) this.#words().set(this.#saved);
  }

  release(): void {
    this.#arena.free(this.address);
  }

  /** The bits of the value: any type of element has as many. */
  #words(): Int32Array {
    return this.#arena.integers(this.address, shapeSize(this.#shape));
  }
}

/** Bytes of the place of a variable. */
export function residenceBytes({ shape }: Pick<Variable, 'shape'>): number {
  return bytesOf({ shape });
}
