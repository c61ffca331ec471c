/** Counts tokens, and of how many documents they are. */
export class TokenCounts<T extends string | number> {
  readonly counts: Map<T, number> = new Map();
  readonly documents: { count: number; readonly having: Map<T, number> } = { count: 0, having: new Map() };
  readonly #countsDocuments: boolean;

  constructor(countsDocuments: boolean) {
    this.#countsDocuments = countsDocuments;
  }

  addDocument(tokens: Iterable<T>): void {
    for (const token of tokens) add(this.counts, token);
    if (!this.#countsDocuments) return;
    this.documents.count++;
    for (const token of new Set(tokens)) add(this.documents.having, token);
  }
}

function add<T>(counts: Map<T, number>, token: T): void {
  counts.set(token, (counts.get(token) ?? 0) + 1);
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
