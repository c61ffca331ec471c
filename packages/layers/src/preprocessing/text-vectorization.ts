import {
  ArgumentError,
  DTypeError,
  type HostLayerFactory,
  type HostSpec,
  type LayerConfig,
  NdArray,
  type Shape,
  ShapeError,
  defineHostLayer,
  formatShape,
  stateOf,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { oneOf } from '../internal/one-of.js';
import { isPositiveInteger } from '../internal/positive-integer.js';
import { eachBatch } from './internal/adapt-data.js';
import {
  type VocabularyMethods,
  checkAdaptable,
  encodeLookup,
  loadTable,
  saveTable,
  vocabularyFile,
  vocabularyMethods,
} from './internal/define-lookup.js';
import { type OutputMode, encodedSpec } from './internal/encode-indices.js';
import { lookupResolvers } from './internal/lookup-options.js';
import type { LookupTable } from './internal/lookup-table.js';
import type { TokenReader } from './internal/numbering.js';
import { refuseRagged, refuseSparse } from './internal/refuse-sparse.js';
import { TokenCounts } from './internal/token-counts.js';
import { type Split, type Standardize, checkNgrams, readerOf, standardizer } from './internal/tokenize.js';
import { stringLookup } from './string-lookup.js';

/** Options of {@link textVectorization}. */
export interface TextVectorizationConfig extends LayerConfig {
  /** How many tokens the vocabulary has at most, those for padding and unknown words included. @defaultValue null */
  maxTokens?: number | null;
  /**
   * What is done to each text first; names concern ASCII alone, as in TensorFlow. A function is saved by its `id`.
   * @defaultValue 'lower_and_strip_punctuation'
   */
  standardize?: Standardize;
  /** How each text is split; a function is saved by its `id`. @defaultValue 'whitespace' */
  split?: Split;
  /** Up to how many tokens in a row make one, or of which numbers of them; null for single ones. @defaultValue null */
  ngrams?: number | readonly number[] | null;
  /**
   * `'int'`: the index of each token, filled up with 0; `'multi_hot'`, `'count'` and `'tf_idf'`: a row for each text;
   * `'one_hot'` only where there is no `split`. @defaultValue 'int'
   */
  outputMode?: OutputMode | 'tf_idf';
  /** To how many indices texts are cut or filled up; null for as many as the longest text of a batch has. @defaultValue null */
  outputSequenceLength?: number | null;
  /** Whether rows have `maxTokens` places even if the vocabulary is smaller. @defaultValue false */
  padToMaxTokens?: boolean;
  /** The words in order, where they are known; else `adapt` or `setVocabulary` says. @defaultValue null */
  vocabulary?: readonly string[] | null;
  /** How rare each word of `vocabulary` is, for the mode `'tf_idf'`. @defaultValue null */
  idfWeights?: readonly number[] | null;
  /** Sparse tensors, which there are none of here: only false is allowed. @defaultValue false */
  sparse?: boolean;
  /** Ragged tensors, which there are none of here: only false is allowed. @defaultValue false */
  ragged?: boolean;
  /** How Keras decodes bytes; strings here have no encoding, so it is only kept. @defaultValue 'utf-8' */
  encoding?: string;
  /** How many words there are before the vocabulary is known: models in files say so. @defaultValue null */
  vocabularySize?: number | null;
}

/**
 * Texts as numbers: standardizes them, splits them into words, and looks these up in a vocabulary.
 *
 * The vocabulary is given, or `adapt` learns it: the most frequent word first, after the indices 0 of padding and 1 of
 * unknown words. It runs on the host, so in a model it stands at the front, on an `input({ shape: [], dtype: 'string' })`
 * or `input({ shape: [1], dtype: 'string' })`.
 *
 * Input `[batch]` or `[batch, 1]` of texts → output `[batch, outputSequenceLength]` of whole numbers, or
 * `[batch, tokens]`. No weights: files keep a vocabulary that was learned as `vocabulary.txt`.
 *
 * @example
 * ```ts
 * const vectorize = textVectorization({ outputSequenceLength: 4 });
 * await vectorize.adapt(['The cat sat.', 'The dog!']);
 * vectorize.getVocabulary(); // ['', '[UNK]', 'the', 'sat', 'dog', 'cat']
 * vectorize(['the cow sat']); // [[2, 1, 3, 0]]
 * ```
 * @throws ArgumentError for options that do not go together, and for `ragged` and `sparse`; ShapeError for texts of
 * other shapes.
 * @see Keras `keras.layers.TextVectorization`
 */
export const textVectorization: HostLayerFactory<
  TextVectorizationConfig,
  Tensor,
  VocabularyMethods<string>
> = /* @__PURE__ */ defineHostLayer({
  className: 'TextVectorization',
  floats: ['idfWeights'],
  defaults: {
    maxTokens: null,
    standardize: 'lower_and_strip_punctuation',
    split: 'whitespace',
    ngrams: null,
    outputMode: 'int',
    outputSequenceLength: null,
    padToMaxTokens: false,
    vocabulary: null,
    idfWeights: null,
    sparse: false,
    ragged: false,
    encoding: 'utf-8',
    vocabularySize: null,
  },
  resolve: {
    standardize: nameOrFunction('standardize', ['lower_and_strip_punctuation', 'lower', 'strip_punctuation']),
    split: nameOrFunction('split', ['whitespace', 'character']),
    ngrams: checkNgrams,
    outputMode: lookupResolvers.outputMode,
    outputSequenceLength: checkLength,
    sparse: refuseSparse,
    ragged: refuseRagged,
  },
  inputDType: 'string',

  start({ config }) {
    const { maxTokens, padToMaxTokens, vocabulary, idfWeights, outputMode, encoding, vocabularySize } =
      config;
    const lookup = stringLookup({
      ...{ maxTokens, padToMaxTokens, vocabulary, idfWeights, outputMode, encoding, vocabularySize },
      maskToken: '',
    });
    const { standardize, split, ngrams } = config;
    const widths = typeof ngrams === 'number' ? Array.from({ length: ngrams }, (_, i) => i + 1) : ngrams;
    return {
      _lookupLayer: lookup,
      table: stateOf(lookup) as LookupTable<string>,
      standardized: standardizer(standardize),
      reader: () => readerOf(standardize, split, widths),
    };
  },

  call([input], { config, state: { table, reader, standardized }, who }) {
    const array = input as NdArray;
    const texts = textsOf(array, who);
    if (config.split === null && config.ngrams === null) {
      const indices = Int32Array.from(texts, (text) => table.indexOf(standardized(text)));
      const encoded = encodeLookup(table, indices, array.shape);
      return config.outputSequenceLength === null ? encoded : fitted(encoded, config.outputSequenceLength);
    }
    const rows = rowsOf(array.shape, config.split === null, who);
    const { indices, ends } = lookUp(texts, rows, reader(), table);
    return inRows(table, indices, ends, config.outputSequenceLength, array.shape.length === 0);
  },

  outputSpec(
    [input],
    { config: { split, outputMode, outputSequenceLength }, state: { table }, who },
  ): HostSpec {
    const { shape } = input as HostSpec;
    if (outputMode === 'int') {
      const isKept = split === null && outputSequenceLength === null;
      const rows = split === null ? shape.slice(0, -1) : shape.slice(0, 1);
      return { shape: isKept ? shape : [...rows, outputSequenceLength], dtype: 'int32' };
    }
    if (split !== null) rowsOf(shape, false, who);
    const tokens: Shape = split === null ? shape : [...shape.slice(0, 1), null];
    return encodedSpec(tokens, outputMode === 'tf_idf' ? 'count' : outputMode, table.depth);
  },

  methods: ({ state: { table, reader }, who }) => ({
    async adapt(data, options = {}) {
      checkAdaptable(table, who);
      const [counts, words] = [new TokenCounts(), reader()];
      await eachBatch(data, options, who, (batch) => {
        for (const text of textsOf(batch, who)) counts.addDocument(words.read(text));
      });
      table.learn(counts.of(words.tokens));
    },
    ...vocabularyMethods(table),
  }),

  writeConfig: (config, { state: { table } }) => ({
    ...config,
    vocabulary_size: table.frozenSize ?? table.size,
  }),
  save: ({ state: { table } }) => saveTable(table),
  load({ arrays, assets }, { state: { table } }) {
    loadTable(table, arrays.get('idf_weights'), assets.get(vocabularyFile), (line) => line);
  },
});

/** The indices of the tokens of all rows behind one another, and where each row ends. */
function lookUp(
  texts: readonly string[],
  rows: number,
  reader: TokenReader,
  table: LookupTable<string>,
): { indices: Int32Array; ends: Int32Array } {
  const found: number[] = [];
  const indices: number[] = [];
  const width = texts.length / rows;
  const ends = Int32Array.from({ length: rows }, (_, row) => {
    for (let i = row * width; i < (row + 1) * width; i++) {
      for (const number of reader.read(texts[i] as string)) {
        found.push((indices[number] ??= table.indexOf(reader.tokens[number] as string)));
      }
    }
    return found.length;
  });
  return { indices: Int32Array.from(found), ends };
}

/** Rows of different lengths in the form that the mode of a table asks for. */
function inRows(
  table: LookupTable<string>,
  indices: Int32Array,
  ends: Int32Array,
  length: number | null,
  isSingle: boolean,
): NdArray {
  const starts = ends.map((_, row) => (row === 0 ? 0 : (ends[row - 1] as number)));
  const width = length ?? ends.reduce((most, end, row) => Math.max(most, end - (starts[row] as number)), 0);
  // Places that are left over count as padding, which is 0 among indices and leaves no trace in rows.
  const padding = table.options.outputMode === 'int' ? 0 : -1;
  const filled = new Int32Array(ends.length * width).fill(padding);
  ends.forEach((end, row) => {
    const start = starts[row] as number;
    filled.set(indices.subarray(start, Math.min(end, start + width)), row * width);
  });
  return encodeLookup(table, filled, isSingle ? [width] : [ends.length, width]);
}

/** Indices cut or filled up along their last axis. */
function fitted({ data, shape }: NdArray, length: number): NdArray {
  const width = shape.at(-1) ?? 1;
  const rows = shape.slice(0, -1);
  const count = rows.reduce((product, size) => product * size, 1);
  const into = new Int32Array(count * length);
  for (let row = 0; row < count; row++) {
    into.set((data as Int32Array).subarray(row * width, row * width + Math.min(width, length)), row * length);
  }
  return new NdArray(into, [...rows, length]);
}

/** How many texts there are, or rows of tokens. */
function rowsOf(shape: Shape, isSplit: boolean, who: string): number {
  if (shape.length < 2 || isSplit) return shape[0] ?? 1;
  if (shape.length === 2 && shape[1] === 1) return shape[0] ?? 1;
  throw new ShapeError({
    who,
    expected: 'texts of the shape (batch,) or (batch, 1)',
    got: formatShape(shape),
    hint: 'Texts that are tokens already are given with `split: null`.',
  });
}

function textsOf({ data, dtype }: NdArray, who: string): string[] {
  if (Array.isArray(data)) return data;
  throw new DTypeError({ who, expected: 'texts', got: dtype });
}

/** A resolver that takes one of these names, a function, or null. */
function nameOrFunction<T extends string, F>(
  option: string,
  names: readonly T[],
): (given: T | F | null, who: string) => T | F | null {
  const known = oneOf(option, names);
  return (given, who) => (typeof given === 'string' ? known(given as T, who) : given);
}

function checkLength(
  given: number | null,
  who: string,
  { outputMode }: Pick<Required<TextVectorizationConfig>, 'outputMode'>,
): number | null {
  if (given === null) return null;
  if (outputMode === 'int' && isPositiveInteger(given)) return given;
  throw new ArgumentError({
    who,
    expected: '`outputSequenceLength` to be a positive whole number, with `outputMode: "int"` only',
    got: `${String(given)} with "${outputMode}"`,
  });
}
