import { ArgumentError, NdArray, StateError } from '@myelin/core';
import type { ResolvedLookup } from './lookup-options.js';
import { type Counted, byFrequency } from './token-counts.js';

/** Leaves no trace in rows. */
const nowhere = -1;

export interface SetVocabularyOptions {
  /** How rare each token is, for the mode `'tf_idf'`. */
  readonly idfWeights?: readonly number[] | null;
}

/** The tokens that a layer knows, with their indices: padding first, then unknown tokens, then the others. */
export class LookupTable<T extends string | number> {
  readonly options: ResolvedLookup<T>;
  /** How rare the tokens are, those that are padding or unknown included. */
  idfWeights: Float32Array | null = null;
  readonly #who: string;
  readonly #unknownIndex: (token: T) => number;
  #tokens: readonly T[] = [];
  #indices = new Map<T, number>();
  #frozenSize: number | null;

  /** @param hash - the number of an unknown token, less than `numOovIndices`, if there are several. */
  constructor(options: ResolvedLookup<T>, who: string, hash: (token: T) => number) {
    this.options = options;
    this.#who = who;
    this.#frozenSize = options.vocabularySize;
    const { numOovIndices } = options;
    const first = this.#firstUnknown;
    if (numOovIndices === 0) this.#unknownIndex = (token) => this.#refuse(token);
    else this.#unknownIndex = numOovIndices === 1 ? () => first : (token) => first + hash(token);
    if (options.vocabulary !== null) this.set(options.vocabulary, options.idfWeights);
  }

  get size(): number {
    return this.#firstToken + this.#tokens.length;
  }

  /** As files have it: null where it was never known. */
  get frozenSize(): number | null {
    return this.#frozenSize;
  }

  /** How many places the rows of the other modes than `'int'` have. */
  get depth(): number {
    const { maxTokens, padToMaxTokens } = this.options;
    const depth = padToMaxTokens ? maxTokens : this.#frozenSize;
    if (depth !== null) return depth;
    throw new StateError({
      who: this.#who,
      expected: 'a vocabulary',
      got: 'none',
      hint: 'Give `vocabulary`, or call `await layer.adapt(data)` first.',
    });
  }

  tokens(includeSpecialTokens: boolean): T[] {
    return includeSpecialTokens ? [...this.#specialTokens(), ...this.#tokens] : [...this.#tokens];
  }

  /** The index of a token; -1 for padding where rows are asked for. */
  indexOf(token: T): number {
    const { maskToken, outputMode } = this.options;
    if (token === maskToken) return outputMode === 'int' ? 0 : nowhere;
    return this.#indices.get(token) ?? this.#unknownIndex(token);
  }

  /** The token of an index. */
  tokenAt(index: number): T {
    const { maskToken, oovToken } = this.options;
    if (index === 0 && maskToken !== null) return maskToken;
    return this.#tokens[index - this.#firstToken] ?? (oovToken as T);
  }

  /** Takes a vocabulary, with or without the special tokens at its front. */
  set(vocabulary: readonly T[], idfWeights: ArrayLike<number> | null = null): void {
    const { outputMode, maxTokens } = this.options;
    if ((outputMode === 'tf_idf') !== (idfWeights !== null)) {
      throw new ArgumentError({
        who: this.#who,
        expected: '`idfWeights` in the mode "tf_idf", and in no other',
        got: idfWeights === null ? 'none' : `some in the mode "${outputMode}"`,
      });
    }
    const special = this.#specialTokens();
    const isWhole =
      vocabulary.length >= special.length && special.every((token, i) => vocabulary[i] === token);
    const tokens = vocabulary.slice(isWhole ? special.length : 0);
    this.#check(vocabulary, tokens, special);
    if (maxTokens !== null && special.length + tokens.length > maxTokens) {
      throw new ArgumentError({
        who: this.#who,
        expected: `at most ${maxTokens} tokens, as \`maxTokens\` says`,
        got: String(special.length + tokens.length),
      });
    }
    this.#keep(tokens);
    if (idfWeights === null) return;
    if (idfWeights.length !== vocabulary.length) {
      throw new ArgumentError({
        who: this.#who,
        expected: `${vocabulary.length} \`idfWeights\`, one for each token`,
        got: String(idfWeights.length),
      });
    }
    const weights = Array.from(idfWeights);
    this.idfWeights = this.#padded(isWhole ? weights : this.#withSpecial(weights));
  }

  /** Takes the most frequent of the tokens that were counted. */
  learn({ counts, documents, having }: Counted<T>): void {
    const { maskToken, oovToken, maxTokens, outputMode } = this.options;
    const most = (maxTokens ?? Infinity) - this.#firstToken;
    const tokens = byFrequency(counts, (token) => token !== maskToken && token !== oovToken).slice(0, most);
    this.#keep(tokens);
    if (outputMode !== 'tf_idf') return;
    const weights = tokens.map((token) =>
      Math.fround(Math.log(1 + documents / (1 + (having.get(token) ?? 0)))),
    );
    this.idfWeights = this.#padded(this.#withSpecial(weights));
  }

  get #firstUnknown(): number {
    return this.options.maskToken !== null && this.options.outputMode === 'int' ? 1 : 0;
  }

  get #firstToken(): number {
    return this.#firstUnknown + this.options.numOovIndices;
  }

  #specialTokens(): T[] {
    const { maskToken, oovToken, numOovIndices } = this.options;
    const unknown = Array.from({ length: numOovIndices }, () => oovToken as T);
    return this.#firstUnknown === 1 ? [maskToken as T, ...unknown] : unknown;
  }

  #keep(tokens: readonly T[]): void {
    const { outputMode, padToMaxTokens } = this.options;
    const size = this.#firstToken + tokens.length;
    if (outputMode !== 'int' && !padToMaxTokens && (this.#frozenSize ?? size) !== size) {
      throw new StateError({
        who: this.#who,
        expected: `a vocabulary of ${this.#frozenSize} tokens, since that is the size of its output`,
        got: String(size),
        hint: 'Give `maxTokens` and `padToMaxTokens`, or make a new layer.',
      });
    }
    this.#frozenSize = size;
    this.#tokens = tokens;
    this.#indices = new Map(tokens.map((token, i) => [token, this.#firstToken + i]));
  }

  /** Special tokens are as rare as the others on average. */
  #withSpecial(weights: readonly number[]): readonly number[] {
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    return [...this.#specialTokens().map(() => mean), ...weights];
  }

  #padded(weights: readonly number[]): Float32Array {
    const { padToMaxTokens, maxTokens } = this.options;
    const padded = new Float32Array(padToMaxTokens ? (maxTokens ?? weights.length) : weights.length);
    padded.set(weights);
    return padded;
  }

  #check(vocabulary: readonly T[], tokens: readonly T[], special: readonly T[]): void {
    const { maskToken, oovToken, invert } = this.options;
    const refuse = (expected: string, got: string): never => {
      throw new ArgumentError({ who: this.#who, expected, got });
    };
    if (vocabulary.length === 0) refuse('a vocabulary', 'an empty one');
    const known = new Set<T>();
    for (const token of tokens) {
      if (known.has(token)) refuse('each token of the vocabulary once', `${JSON.stringify(token)} twice`);
      known.add(token);
    }
    const reserved = [maskToken, invert ? oovToken : null].find(
      (token) => token !== null && known.has(token),
    );
    if (reserved === undefined) return;
    refuse(
      `a vocabulary that starts with ${JSON.stringify(special)}, or without these tokens`,
      `${JSON.stringify(reserved)} elsewhere`,
    );
  }

  #refuse(token: T): never {
    throw new ArgumentError({
      who: this.#who,
      expected: 'tokens of the vocabulary',
      got: JSON.stringify(token),
      hint: 'With `numOovIndices: 1` unknown tokens have an index of their own.',
    });
  }
}

/** The weights as files have them. */
export function idfArray(table: { readonly idfWeights: Float32Array | null }): NdArray | null {
  return table.idfWeights === null ? null : new NdArray(table.idfWeights.slice());
}
