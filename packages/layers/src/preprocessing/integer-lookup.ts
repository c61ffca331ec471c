import { ArgumentError, type HostLayerFactory, defineHostLayer } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { oneOf } from '../internal/one-of.js';
import { type VocabularyMethods, integers, lookupParts } from './internal/define-lookup.js';
import { type Salt, saltPair } from './internal/hash-bucket.js';
import { type LookupConfig, lookupDefaults, lookupResolvers } from './internal/lookup-options.js';

/** Options of {@link integerLookup}. */
export interface IntegerLookupConfig extends LookupConfig<number> {
  /** @defaultValue -1 */
  oovToken?: number | null;
  /** @defaultValue 'int64' */
  vocabularyDtype?: 'int64';
  /**
   * What spreads unknown numbers where `numOovIndices` is more than 1: `'floormod'`, the rest of a division, or
   * `'farmhash'`. @defaultValue 'floormod'
   */
  oovMethod?: 'floormod' | 'farmhash';
}

/**
 * Whole numbers that stand for categories, such as identifiers, as indices without gaps.
 *
 * All else is as in `stringLookup`. Numbers are exact up to 2 ** 53; arrays that the caller types as float32 hold
 * them up to 2 ** 24.
 *
 * Input `[batch, ...]` of whole numbers → the same shape, or rows as of `categoryEncoding`; with `invert` the other way
 * round. No weights: files keep a vocabulary that was learned as `vocabulary.txt`.
 *
 * @example
 * ```ts
 * const lookup = integerLookup();
 * await lookup.adapt([1138, 42, 1138]);
 * lookup.getVocabulary(); // [-1, 1138, 42]
 * lookup([[42, 7]]); // [[2, 0]]
 * ```
 * @throws ArgumentError for options that do not go together, and for unknown numbers where `numOovIndices` is 0.
 * @see Keras `keras.layers.IntegerLookup`
 */
export const integerLookup: HostLayerFactory<
  IntegerLookupConfig,
  Tensor,
  VocabularyMethods<number>
> = /* @__PURE__ */ defineHostLayer({
  className: 'IntegerLookup',
  floats: ['idfWeights'],
  defaults: { ...lookupDefaults, oovToken: -1, vocabularyDtype: 'int64', oovMethod: 'floormod' },
  resolve: {
    ...lookupResolvers,
    salt: saltOfHash,
    vocabularyDtype: oneOf('vocabularyDtype', ['int64']),
    oovMethod: oneOf('oovMethod', ['floormod', 'farmhash']),
  },
  keepsNoShape: true,
  .../* @__PURE__ */ lookupParts(integers),
});

function saltOfHash(
  given: number | readonly [number, number] | null,
  who: string,
  { oovMethod }: Pick<Required<IntegerLookupConfig>, 'oovMethod'>,
): Salt {
  if (given === null || oovMethod === 'farmhash') return saltPair(given, who);
  throw new ArgumentError({
    who,
    expected: '`salt` with `oovMethod: "farmhash"` only',
    got: `"${oovMethod}"`,
  });
}
