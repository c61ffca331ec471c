import type { TokenReader } from './numbering.js';

/** FNV-1a: Fowler, Noll and Vo, 1991. */
const [offsetBasis, prime] = [0x811c9dc5 | 0, 0x01000193] as const;

/**
 * Reads the words between whitespace, of ASCII as in TensorFlow: in lower case, without punctuation, or both.
 *
 * It goes through a text once and makes a string only of words that are new: with one for each word, a map of strings
 * would take most of the time.
 */
export function wordReader(lowers: boolean, strips: boolean): TokenReader {
  const tokens: string[] = [];
  const table = new WordTable(tokens);
  const numbers: number[] = [];
  let word = new Uint16Array(64);
  return {
    tokens,
    read(text) {
      numbers.length = 0;
      if (word.length < text.length) word = new Uint16Array(2 * text.length);
      let length = 0;
      let hash = offsetBasis;
      for (let i = 0; i <= text.length; i++) {
        let unit = i < text.length ? text.charCodeAt(i) : 32;
        if (unit === 32 || (unit >= 9 && unit <= 13)) {
          if (length > 0) numbers.push(table.numberOf(word, length, hash));
          length = 0;
          hash = offsetBasis;
          continue;
        }
        if (strips && isPunctuation(unit)) continue;
        if (lowers && unit >= 65 && unit <= 90) unit += 32;
        word[length++] = unit;
        hash = Math.imul(hash ^ unit, prime);
      }
      return numbers;
    },
  };
}

function isPunctuation(unit: number): boolean {
  if (unit < 48) return unit > 32;
  if (unit < 65) return unit > 57;
  if (unit < 97) return unit > 90;
  return unit > 122 && unit < 127;
}

/** Words by their hash: open addressing, at most half full. */
class WordTable {
  readonly #words: string[];
  readonly #hashes: number[] = [];
  /** The number of a word and 1, or 0. */
  #slots = new Int32Array(1 << 12);

  constructor(words: string[]) {
    this.#words = words;
  }

  numberOf(word: Uint16Array, length: number, hash: number): number {
    const slot = this.#find(word, length, hash);
    const known = this.#slots[slot] as number;
    if (known > 0) return known - 1;
    const number = this.#words.push(textOf(word.subarray(0, length)));
    this.#hashes.push(hash);
    this.#slots[slot] = number;
    if (2 * number > this.#slots.length) this.#grow();
    return number - 1;
  }

  #find(word: Uint16Array, length: number, hash: number): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (; ; slot = (slot + 1) & last) {
      const number = this.#slots[slot] as number;
      if (number === 0) return slot;
      if (this.#hashes[number - 1] === hash && isText(this.#words[number - 1] as string, word, length))
        return slot;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const last = this.#slots.length - 1;
    this.#hashes.forEach((hash, i) => {
      let slot = hash & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = i + 1;
    });
  }
}

function isText(text: string, word: Uint16Array, length: number): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++) if (text.charCodeAt(i) !== word[i]) return false;
  return true;
}

function textOf(word: Uint16Array): string {
  let text = '';
  for (let i = 0; i < word.length; i += 4096) text += String.fromCharCode(...word.subarray(i, i + 4096));
  return text;
}
