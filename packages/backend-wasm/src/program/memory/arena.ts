import { MemoryError } from '@myelin/core';

const pageBytes = 65536;
/** As much as 32 bits can address. */
const mostBytes = 65536 * pageBytes;
/** A cache line: threads that write to different blocks do not disturb each other. */
const alignment = 64;

/** A stretch of memory that nobody uses. */
interface Gap {
  address: number;
  size: number;
}

/**
 * The memory that all programs of a runtime share: fixed addresses, given out and taken back.
 *
 * Address 0 is never given out: kernels take it for nothing.
 */
export class Arena {
  readonly memory: WebAssembly.Memory;
  /** Whether it is one of several threads. */
  readonly isShared: boolean;
  readonly #gaps: Gap[] = [];
  readonly #sizes = new Map<number, number>();
  readonly #maximum: number;
  #end = alignment;

  constructor(isShared: boolean, maximumBytes: number = mostBytes) {
    const maximum = Math.floor(maximumBytes / pageBytes);
    this.memory = new WebAssembly.Memory(
      isShared ? { initial: 1, maximum, shared: true } : { initial: 1, maximum },
    );
    this.isShared = isShared;
    this.#maximum = maximum * pageBytes;
  }

  /** Bytes that are in use. */
  get used(): number {
    return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /** Bytes that are left, though perhaps not in one piece, and if the machine has them. */
  get available(): number {
    return this.#maximum - this.#end + this.#gapBytes;
  }

  /**
   * Makes sure of so many bytes, which pieces are then taken of.
   *
   * @param who - needs them.
   * @throws MemoryError when WebAssembly or the machine has no more memory.
   */
  reserve(byteLength: number, who: string): void {
    const missing = byteLength - this.#gapBytes;
    if (missing > 0) this.#growTo(this.#end + missing, byteLength, who);
  }

  /**
   * The address of so many bytes, which are not cleared.
   *
   * @param who - needs them.
   * @throws MemoryError when WebAssembly or the machine has no more memory.
   */
  allocate(byteLength: number, who: string): number {
    const size = Math.max(alignment, Math.ceil(byteLength / alignment) * alignment);
    const place = this.#gaps.findIndex((gap) => gap.size >= size);
    const address = place >= 0 ? this.#take(place, size) : this.#append(size, who);
    this.#sizes.set(address, size);
    return address;
  }

  free(address: number): void {
    const size = this.#sizes.get(address);
    if (size === undefined) return;
    this.#sizes.delete(address);
    const next = this.#gaps.findIndex((gap) => gap.address > address);
    const at = next < 0 ? this.#gaps.length : next;
    this.#gaps.splice(at, 0, { address, size });
    this.#join(at);
    this.#join(at - 1);
  }

  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  integers(address: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, length);
  }

  #take(place: number, size: number): number {
    const gap = this.#gaps[place] as Gap;
    const { address } = gap;
    gap.address += size;
    gap.size -= size;
    if (gap.size === 0) this.#gaps.splice(place, 1);
    return address;
  }

  get #gapBytes(): number {
    return this.#gaps.reduce((sum, { size }) => sum + size, 0);
  }

  #append(size: number, who: string): number {
    const address = this.#end;
    this.#growTo(address + size, size, who);
    this.#end = address + size;
    return address;
  }

  /** By more than what is missing, so that many small requests are cheap. */
  #growTo(end: number, byteLength: number, who: string): void {
    const pages = this.memory.buffer.byteLength / pageBytes;
    // Kernels may read a little beyond an array, also beyond the last one.
    const missing = Math.ceil((end + alignment) / pageBytes) - pages;
    if (missing <= 0) return;
    const generous = Math.min(Math.max(missing, Math.ceil(pages / 4), 16), this.#maximum / pageBytes - pages);
    for (const count of new Set([Math.max(missing, generous), missing])) {
      try {
        this.memory.grow(count);
        return;
      } catch {
        // Perhaps there is room for what is really needed.
      }
    }
    throw this.#noMemory(byteLength, who);
  }

  #noMemory(byteLength: number, who: string): MemoryError {
    const { available } = this;
    const refused =
      byteLength <= available ? ', which are in pieces or which this machine does not have' : '';
    return new MemoryError({
      who,
      expected: `${byteLength} bytes of memory`,
      got: `${available} of ${this.#maximum} that are free${refused}`,
      hint: 'Use smaller batches or fewer units, or let go of models that are no longer needed.',
    });
  }

  /** Makes one gap of the one at a place and the next, if they touch. */
  #join(place: number): void {
    const [gap, next] = [this.#gaps[place], this.#gaps[place + 1]];
    if (gap === undefined || next === undefined || gap.address + gap.size !== next.address) return;
    gap.size += next.size;
    this.#gaps.splice(place + 1, 1);
  }
}
