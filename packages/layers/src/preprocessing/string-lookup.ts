import { type HostLayerFactory, defineHostLayer } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type VocabularyMethods, lookupParts, strings } from './internal/define-lookup.js';
import { type LookupConfig, lookupDefaults, lookupResolvers } from './internal/lookup-options.js';

/** Options of {@link stringLookup}. */
export interface StringLookupConfig extends LookupConfig<string> {
  /** @defaultValue '[UNK]' */
  oovToken?: string | null;
  /** How Keras decodes bytes; strings here have no encoding, so it is only kept. @defaultValue 'utf-8' */
  encoding?: string;
}

/**
 * Words or categories as numbers: the index of each in a vocabulary, or rows that say which there are.
 *
 * The vocabulary is given, or `adapt` learns it: the most frequent string comes first, of equally frequent ones the last
 * in the order of the alphabet. Unknown strings have an index before all others. It runs on the host, so in a model it
 * stands at the front, on an `input({ shape, dtype: 'string' })`.
 *
 * Input `[batch, ...]` of strings → the same shape of whole numbers, or rows as of `categoryEncoding`; with `invert` the
 * other way round. No weights: files keep a vocabulary that was learned as `vocabulary.txt`.
 *
 * @example
 * ```ts
 * const lookup = stringLookup();
 * await lookup.adapt(['red', 'blue', 'red']);
 * lookup.getVocabulary(); // ['[UNK]', 'red', 'blue']
 * lookup([['blue', 'green']]); // [[2, 0]]
 * stringLookup({ vocabulary: ['red', 'blue'], outputMode: 'multi_hot' })([['blue', 'red']]); // [[0, 1, 1]]
 * ```
 * @throws ArgumentError for options that do not go together, and for unknown strings where `numOovIndices` is 0.
 * @see Keras `keras.layers.StringLookup`
 */
export const stringLookup: HostLayerFactory<
  StringLookupConfig,
  Tensor,
  VocabularyMethods<string>
> = /* @__PURE__ */ defineHostLayer({
  className: 'StringLookup',
  floats: ['idfWeights'],
  fixed: { oov_method: 'floormod' },
  defaults: { ...lookupDefaults, oovToken: '[UNK]', encoding: 'utf-8' },
  resolve: lookupResolvers,
  keepsNoShape: true,
  .../* @__PURE__ */ lookupParts(strings),
});
