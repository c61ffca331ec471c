/** A file in the making: parts at addresses that are multiples of 8. */
export class FileBuilder {
  readonly #parts: { readonly address: number; readonly bytes: Uint8Array }[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a part, which may be filled until `build`, and returns its address. */
  append(bytes: Uint8Array): number {
    const address = this.#length;
    this.#parts.push({ address, bytes });
    this.#length = Math.ceil((address + bytes.length) / 8) * 8;
    return address;
  }

  build(): Uint8Array<ArrayBuffer> {
    const file = new Uint8Array(this.#length);
    for (const { address, bytes } of this.#parts) file.set(bytes, address);
    return file;
  }
}
