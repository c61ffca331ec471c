import {
  ArgumentError,
  type HostLayerFactory,
  type LayerConfig,
  NdArray,
  defineHostLayer,
} from '@myelin/core';
import { positiveInteger } from '../internal/positive-integer.js';
import { categoryMode } from './internal/category-mode.js';
import { type OutputMode, encodeIndices, encodedSpec } from './internal/encode-indices.js';
import { hashBuckets, saltPair } from './internal/hash-bucket.js';
import { refuseSparse } from './internal/refuse-sparse.js';

/** Options of {@link hashing}. */
export interface HashingConfig extends Omit<LayerConfig, 'dtype'> {
  /** How many bins there are. */
  numBins: number;
  /** What the first bin is kept for, alone; null for nothing. @defaultValue null */
  maskValue?: string | number | null;
  /** Two whole numbers, or one for both, that spread values in another way. @defaultValue null */
  salt?: number | readonly [number, number] | null;
  /**
   * `'int'`: the bin of each value; `'one_hot'`: a row for each value; `'multi_hot'` and `'count'`: a row for each
   * example. @defaultValue 'int'
   */
  outputMode?: OutputMode;
  /** Sparse tensors, which there are none of here: only false is allowed. @defaultValue false */
  sparse?: boolean;
  /** Type of the output as files name it; it is int32 or float32. @defaultValue 'int64' for bins, else 'float32' */
  dtype?: 'int32' | 'int64' | 'float32' | null;
}

/**
 * Strings or whole numbers as bins, by a hash: `y = hash(x) mod numBins`.
 *
 * There is no vocabulary to learn or to keep; different values may share a bin. The bins are those of Keras: the
 * fingerprint of FarmHash, with `salt` SipHash. Numbers count as the text of their decimals, floats are cut to whole
 * ones. It runs on the host, so in a model it stands at the front.
 *
 * Input `[batch, ...]` of strings or numbers → the same shape of whole numbers, or rows as of `categoryEncoding`. No
 * weights.
 *
 * @example
 * ```ts
 * hashing({ numBins: 3 })([['A'], ['B'], ['C'], ['D'], ['E']]); // [[1], [0], [1], [1], [2]]
 * ```
 * @see Keras `keras.layers.Hashing`; Pike and Alakuijala, FarmHash, 2014; Aumasson and Bernstein, SipHash, 2012
 */
export const hashing: HostLayerFactory<HashingConfig> = /* @__PURE__ */ defineHostLayer({
  className: 'Hashing',
  required: ['numBins'],
  defaults: { maskValue: null, salt: null, outputMode: 'int', sparse: false, dtype: null },
  resolve: {
    numBins: positiveInteger('numBins'),
    salt: saltPair,
    outputMode: categoryMode<OutputMode>(['int', 'one_hot', 'multi_hot', 'count']),
    sparse: refuseSparse,
    dtype: typeOfOutput,
  },
  inputDType: 'string',

  start({ config: { numBins, maskValue, salt } }) {
    const masks = maskValue !== null && numBins > 1;
    return { masks, bucketOf: hashBuckets(masks ? numBins - 1 : numBins, salt) };
  },

  call([input], { config: { numBins, maskValue, outputMode }, state: { masks, bucketOf } }) {
    const { data, shape, size } = input as NdArray;
    const bins = new Int32Array(size);
    for (let i = 0; i < size; i++) {
      const value = data[i] as string | number | bigint;
      const isMasked = masks && (typeof value === 'string' ? value : Number(value)) === maskValue;
      if (isMasked) continue;
      const text = typeof value === 'number' ? String(Math.trunc(value)) : String(value);
      bins[i] = bucketOf(text) + Number(masks);
    }
    return encodeIndices(bins, shape, outputMode, numBins);
  },

  outputSpec: ([input], { config: { numBins, outputMode } }) =>
    encodedSpec((input as NdArray).shape, outputMode, numBins),
});

function typeOfOutput(
  given: 'int32' | 'int64' | 'float32' | null,
  who: string,
  { outputMode }: Pick<Required<HashingConfig>, 'outputMode'>,
): string {
  const isBin = outputMode === 'int';
  const dtype = given ?? (isBin ? 'int64' : 'float32');
  if (!isBin || dtype !== 'float32') return dtype;
  throw new ArgumentError({ who, expected: '`dtype` to be "int32" or "int64" for bins', got: '"float32"' });
}
