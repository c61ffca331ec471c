import { StateError } from '@myelin/core';

const pageBytes = 65536;
const mostPages = 65536;
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
  readonly #gaps: Gap[] = [];
  readonly #sizes = new Map<number, number>();
  #end = alignment;

  constructor(shared: boolean) {
    this.memory = new WebAssembly.Memory(
      shared ? { initial: 1, maximum: mostPages, shared: true } : { initial: 1, maximum: mostPages },
    );
  }

  /** Bytes that are in use. */
  get used(): number {
    return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /**
   * The address of so many bytes, which are not cleared.
   *
   * @throws StateError when WebAssembly or the machine has no more memory.
   */
  allocate(byteLength: number, what: string): number {
    const size = Math.max(alignment, Math.ceil(byteLength / alignment) * alignment);
    const place = this.#gaps.findIndex((gap) => gap.size >= size);
    const address = place >= 0 ? this.#take(place, size) : this.#append(size, what);
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

  #append(size: number, what: string): number {
    const address = this.#end;
    // Kernels may read a little beyond an array, also beyond the last one.
    const missing =
      Math.ceil((address + size + alignment) / pageBytes) - this.memory.buffer.byteLength / pageBytes;
    if (missing > 0) this.#grow(missing, size, what);
    this.#end = address + size;
    return address;
  }

  /** By more than what is missing, so that many small requests are cheap. */
  #grow(missing: number, size: number, what: string): void {
    const pages = this.memory.buffer.byteLength / pageBytes;
    const generous = Math.min(Math.max(missing, Math.ceil(pages / 4), 16), mostPages - pages);
    for (const count of new Set([Math.max(missing, generous), missing])) {
      try {
        this.memory.grow(count);
        return;
      } catch {
        // Perhaps there is room for what is really needed.
      }
    }
    throw new StateError({
      who: 'wasm',
      expected: `memory for ${what}: ${size} bytes`,
      got: `${this.used} of at most ${pageBytes * mostPages} bytes in use, and no more to be had`,
      hint: 'Use smaller batches or a smaller model, or let go of models that are no longer needed.',
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
