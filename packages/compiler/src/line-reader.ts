import { FormatError } from '@myelin/core';

/** Reads one line of a program from left to right. Spaces between its parts do not count. */
export class LineReader {
  readonly #line: string;
  readonly #number: number;
  #at = 0;

  constructor(line: string, number: number) {
    this.#line = line;
    this.#number = number;
  }

  fail(expected: string): never {
    throw new FormatError({
      who: `parseProgram, line ${this.#number}`,
      expected,
      got: this.#line.slice(this.#at) === '' ? 'the end of the line' : `"${this.#line.slice(this.#at)}"`,
    });
  }

  /** Whether the line goes on with that text, which is then read. */
  skip(text: string): boolean {
    this.#spaces();
    if (!this.#line.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  expect(text: string): void {
    if (!this.skip(text)) this.fail(`"${text}"`);
  }

  end(): void {
    this.#spaces();
    if (this.#at < this.#line.length) this.fail('the end of the line');
  }

  /** What matches the pattern at this place. */
  match(pattern: RegExp, what: string): string {
    this.#spaces();
    return this.#take(pattern, what);
  }

  #take(pattern: RegExp, what: string): string {
    const found = new RegExp(pattern.source, 'y');
    found.lastIndex = this.#at;
    const [text] = found.exec(this.#line) ?? this.fail(what);
    this.#at += text.length;
    return text;
  }

  /** A list in brackets or without, up to `close`. */
  list<T>(close: string, item: () => T): T[] {
    const items: T[] = [];
    if (this.skip(close)) return items;
    do items.push(item());
    while (this.skip(','));
    this.expect(close);
    return items;
  }

  integer(): number {
    return Number(this.match(/\d+/, 'a whole number'));
  }

  /** A word without spaces, or a string in quotes. */
  name(): string {
    return this.skip('"') ? this.#string() : this.match(/[^\s"]+/, 'a name');
  }

  /** An attribute as `printLiteral` writes it. */
  literal(): unknown {
    if (this.skip('[')) return this.list(']', () => this.literal());
    if (this.skip('{')) return this.entries();
    if (this.skip('"')) return this.#string();
    const word = this.match(/-?[\w.]+([+-]\d+)?/, 'a value');
    const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null, NaN };
    if (word in words) return words[word];
    const number = Number(word);
    return Number.isNaN(number) ? this.fail(`a number before this, not "${word}"`) : number;
  }

  /** The entries of an object whose bracket has been read. */
  entries(): Record<string, unknown> {
    const entry = (): [string, unknown] => {
      const key = this.skip('"') ? this.#string() : this.match(/\w+/, 'a key');
      this.expect(':');
      return [key, this.literal()];
    };
    return Object.fromEntries(this.list('}', entry));
  }

  #string(): string {
    const rest = this.#take(/([^"\\]|\\.)*"/, 'the end of the string');
    return JSON.parse(`"${rest}`) as string;
  }

  #spaces(): void {
    while (this.#line[this.#at] === ' ') this.#at++;
  }
}
