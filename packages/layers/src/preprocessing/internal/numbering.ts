/** Numbers for tokens, from 0 in the order in which they were first met. */
export class Numbering<T extends string | number> {
  readonly tokens: T[] = [];
  readonly #numbers = new Map<T, number>();

  numberOf(token: T): number {
    const known = this.#numbers.get(token);
    if (known !== undefined) return known;
    this.#numbers.set(token, this.tokens.length);
    return this.tokens.push(token) - 1;
  }
}

/** Reads texts as tokens, and gives these numbers. */
export interface TokenReader {
  /** By their numbers. */
  readonly tokens: readonly string[];
  /** The numbers of the tokens of a text; good until the next one is read. */
  read(text: string): readonly number[];
}

/** Reads texts by a function. */
export function tokenReader(tokensOf: (text: string) => readonly string[]): TokenReader {
  const numbering = new Numbering<string>();
  return {
    tokens: numbering.tokens,
    read: (text) => tokensOf(text).map((token) => numbering.numberOf(token)),
  };
}
