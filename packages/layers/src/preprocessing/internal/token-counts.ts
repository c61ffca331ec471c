/** Counts tokens by their numbers, and of how many documents they are. */
export class TokenCounts {
  readonly #counts: number[] = [];
  readonly #having: number[] = [];
  /** The document that had each token last. */
  readonly #last: number[] = [];
  #documents = 0;

  addDocument(numbers: Iterable<number>): void {
    const document = ++this.#documents;
    for (const number of numbers) {
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      if (this.#last[number] === document) continue;
      this.#last[number] = document;
      this.#having[number] = (this.#having[number] ?? 0) + 1;
    }
  }

  /** What was counted, where these tokens have the numbers. */
  of<T>(tokens: readonly T[]): Counted<T> {
    const by = (figures: readonly number[]): Map<T, number> =>
      new Map(tokens.map((token, i) => [token, figures[i] ?? 0]));
    return { counts: by(this.#counts), documents: this.#documents, having: by(this.#having) };
  }
}

/** How often there are tokens, how many documents there are, and how many of them have each token. */
export interface Counted<T> {
  readonly counts: ReadonlyMap<T, number>;
  readonly documents: number;
  readonly having: ReadonlyMap<T, number>;
}

/** The tokens that were counted, the most frequent first; of equally frequent ones the last in order. */
export function byFrequency<T extends string | number>(
  counts: ReadonlyMap<T, number>,
  counted: (token: T) => boolean,
): T[] {
  return [...counts]
    .filter(([token]) => counted(token))
    .sort(([a, m], [b, n]) => n - m || compare(b, a))
    .map(([token]) => token);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return inBytes(x) - inBytes(y);
  }
  return a.length - b.length;
}

/** As the bytes of UTF-8 are in order: there, what UTF-16 has in two parts comes last. */
function inBytes(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
