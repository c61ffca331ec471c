import { ArgumentError, type LayerConfig } from '@myelin/core';
import { categoryMode } from './category-mode.js';
import type { OutputMode } from './encode-indices.js';
import { type Salt, saltPair } from './hash-bucket.js';
import { refuseSparse } from './refuse-sparse.js';

/** Options of layers that look tokens up. */
export interface LookupConfig<T extends string | number> extends LayerConfig {
  /** How many tokens the vocabulary has at most, those for padding and unknown tokens included. @defaultValue null */
  maxTokens?: number | null;
  /**
   * Over how many indices unknown tokens are spread by their hash; with 0 they are an error. @defaultValue 1
   */
  numOovIndices?: number;
  /** The token of padding: it has the index 0, and leaves no trace in other modes; null for none. @defaultValue null */
  maskToken?: T | null;
  /** What stands for unknown tokens in the vocabulary, and where `invert` finds none. */
  oovToken?: T | null;
  /** The tokens in order, where they are known; else `adapt` or `setVocabulary` says. @defaultValue null */
  vocabulary?: readonly T[] | null;
  /** How rare each token of `vocabulary` is, for the mode `'tf_idf'`. @defaultValue null */
  idfWeights?: readonly number[] | null;
  /** Whether to go back from indices to tokens. @defaultValue false */
  invert?: boolean;
  /**
   * `'int'`: the index of each token; `'one_hot'`: a row for each token; `'multi_hot'`, `'count'` and `'tf_idf'`: a row
   * for each example, of ones, of how often it has the tokens, or of that times how rare they are. @defaultValue 'int'
   */
  outputMode?: OutputMode | 'tf_idf';
  /** Sparse tensors, which there are none of here: only false is allowed. @defaultValue false */
  sparse?: boolean;
  /** Whether rows have `maxTokens` places even if the vocabulary is smaller. @defaultValue false */
  padToMaxTokens?: boolean;
  /** Two whole numbers, or one for both, that spread unknown tokens in another way. @defaultValue null */
  salt?: number | readonly [number, number] | null;
  /** How many tokens there are before the vocabulary is known: models in files say so. @defaultValue null */
  vocabularySize?: number | null;
}

/** The options of a lookup once they are resolved. */
export interface ResolvedLookup<T extends string | number> {
  readonly maxTokens: number | null;
  readonly numOovIndices: number;
  readonly maskToken: T | null;
  readonly oovToken: T | null;
  readonly vocabulary: readonly T[] | null;
  readonly idfWeights: readonly number[] | null;
  readonly invert: boolean;
  readonly outputMode: OutputMode | 'tf_idf';
  readonly padToMaxTokens: boolean;
  readonly salt: Salt;
  readonly vocabularySize: number | null;
}

/** The defaults that lookups share. */
export const lookupDefaults: {
  readonly [K in keyof Omit<Required<LookupConfig<never>>, keyof LayerConfig | 'oovToken'>]: Required<
    LookupConfig<never>
  >[K];
} = {
  maxTokens: null,
  numOovIndices: 1,
  maskToken: null,
  vocabulary: null,
  idfWeights: null,
  invert: false,
  outputMode: 'int',
  sparse: false,
  padToMaxTokens: false,
  salt: null,
  vocabularySize: null,
};

const modes = ['int', 'one_hot', 'multi_hot', 'count', 'tf_idf'] as const;

/** The resolvers that lookups share. */
export const lookupResolvers: {
  readonly outputMode: (given: OutputMode | 'tf_idf', who: string) => OutputMode | 'tf_idf';
  readonly sparse: typeof refuseSparse;
  readonly salt: typeof saltPair;
} = {
  outputMode: /* @__PURE__ */ categoryMode<OutputMode | 'tf_idf'>(modes),
  sparse: refuseSparse,
  salt: saltPair,
};

/** Refuses options that do not go together. */
export function checkLookup<T extends string | number>(options: ResolvedLookup<T>, who: string): void {
  const { maxTokens, numOovIndices, padToMaxTokens, invert, outputMode, vocabulary, idfWeights } = options;
  const refuse = (expected: string, got: string): never => {
    throw new ArgumentError({ who, expected, got });
  };
  if (maxTokens !== null && !(maxTokens > 1)) refuse('`maxTokens` to be more than 1', String(maxTokens));
  if (padToMaxTokens && maxTokens === null) refuse('`maxTokens` with `padToMaxTokens`', 'none');
  if (!Number.isInteger(numOovIndices) || numOovIndices < 0) {
    refuse('`numOovIndices` to be a whole number from 0', String(numOovIndices));
  }
  if (invert && outputMode !== 'int') refuse('`outputMode: "int"` with `invert`', `"${outputMode}"`);
  if (typeof vocabulary === 'string')
    refuse('`vocabulary` to be a list of tokens', 'a string, such as a path');
  if (idfWeights !== null && outputMode !== 'tf_idf') {
    refuse('`idfWeights` with `outputMode: "tf_idf"` only', `"${outputMode}"`);
  }
  if (outputMode === 'tf_idf' && vocabulary !== null && idfWeights === null) {
    refuse('`idfWeights` with a vocabulary in the mode "tf_idf"', 'none');
  }
}
