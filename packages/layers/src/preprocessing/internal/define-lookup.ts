import { ArgumentError, DTypeError, FormatError, type HostLayerSpec, NdArray } from '@myelin/core';
import { type AdaptData, type AdaptOptions, eachBatch } from './adapt-data.js';
import { encodeIndices, encodedSpec } from './encode-indices.js';
import { hashBuckets } from './hash-bucket.js';
import { type ResolvedLookup, checkLookup } from './lookup-options.js';
import { LookupTable, type SetVocabularyOptions, idfArray } from './lookup-table.js';
import { Numbering } from './numbering.js';
import { TokenCounts } from './token-counts.js';

/** What layers with a vocabulary can do besides what every layer can. */
export interface VocabularyMethods<T extends string | number> {
  /**
   * Learns the vocabulary from data, in the place of the one it had: the most frequent token first.
   *
   * Of an array each row is a document for the mode `'tf_idf'`; data that come in batches may be asynchronous.
   *
   * @throws ArgumentError where `vocabulary` was given.
   * @see Keras `adapt`
   */
  adapt(data: AdaptData, options?: AdaptOptions): Promise<void>;
  /** The tokens by their index. @see Keras `get_vocabulary` */
  getVocabulary(options?: {
    /** Whether those of padding and of unknown tokens are among them. @defaultValue true */
    readonly includeSpecialTokens?: boolean;
  }): T[];
  /** Takes a vocabulary, with or without the special tokens at its front. @see Keras `set_vocabulary` */
  setVocabulary(vocabulary: readonly T[], options?: SetVocabularyOptions): void;
  /** How many tokens there are, special ones included. @see Keras `vocabulary_size` */
  vocabularySize(): number;
}

/** What differs between lookups of strings and of whole numbers. */
interface TokenKind<T extends string | number> {
  readonly dtype: 'string' | 'int64';
  /** The tokens of an array. */
  read(array: NdArray, who: string): ArrayLike<T>;
  /** A line of a file as a token. */
  parse(line: string): T;
  /** Tokens as an array. */
  write(tokens: readonly T[], shape: readonly number[]): NdArray;
  /** What gives unknown tokens a number among so many. */
  hash(options: ResolvedLookup<T> & { readonly oovMethod?: string }): (token: T) => number;
}

type LookupParts<T extends string | number> = Required<
  Pick<
    HostLayerSpec<object, object, LookupTable<T>, VocabularyMethods<T>>,
    'inputDType' | 'start' | 'call' | 'outputSpec' | 'methods' | 'writeConfig' | 'save' | 'load'
  >
>;

/** The parts that the definitions of lookups share. */
export function lookupParts<T extends string | number>(kind: TokenKind<T>): LookupParts<T> {
  return {
    inputDType: kind.dtype,

    start({ config, who }) {
      const options = config as unknown as ResolvedLookup<T>;
      checkLookup(options, who);
      return new LookupTable(options, who, kind.hash(options));
    },

    call([input], { state: table, who }) {
      const array = input as NdArray;
      if (table.options.invert) return invert(table, array, kind);
      const tokens = kind.read(array, who);
      const indices = new Int32Array(array.size);
      for (let i = 0; i < indices.length; i++) indices[i] = table.indexOf(tokens[i] as T);
      return encodeLookup(table, indices, array.shape);
    },

    outputSpec([input], { state: table }) {
      const { shape } = input as { readonly shape: readonly (number | null)[] };
      const { invert: inverts, outputMode } = table.options;
      if (inverts) return { shape, dtype: kind.dtype };
      if (outputMode === 'int') return { shape, dtype: 'int32' };
      return encodedSpec(shape, outputMode === 'tf_idf' ? 'count' : outputMode, table.depth);
    },

    methods: ({ state: table, who }) => ({
      async adapt(data, options = {}) {
        const [counts, numbering] = [new TokenCounts(), new Numbering<T>()];
        checkAdaptable(table, who);
        await eachBatch(data, options, who, (batch, isWhole) => {
          for (const document of documentsOf(kind.read(batch, who), batch.shape, isWhole)) {
            counts.addDocument(document.map((token) => numbering.numberOf(token)));
          }
        });
        table.learn(counts.of(numbering.tokens));
      },
      ...vocabularyMethods(table),
    }),

    writeConfig: (config, { state: table }) => ({ ...config, vocabulary_size: table.frozenSize }),
    save: ({ state: table }) => saveTable(table),
    load({ arrays, assets }, { state: table }) {
      loadTable(table, arrays.get('idf_weights'), assets.get(vocabularyFile), (line) => kind.parse(line));
    },
  };
}

/** The methods on a table, but for `adapt`. */
export function vocabularyMethods<T extends string | number>(
  table: LookupTable<T>,
): Omit<VocabularyMethods<T>, 'adapt'> {
  return {
    getVocabulary: ({ includeSpecialTokens = true } = {}) => table.tokens(includeSpecialTokens),
    setVocabulary: (vocabulary, { idfWeights = null } = {}) => {
      table.set(vocabulary, idfWeights);
    },
    vocabularySize: () => table.size,
  };
}

/** Indices in the form that the mode of a table asks for. */
export function encodeLookup<T extends string | number>(
  table: LookupTable<T>,
  indices: Int32Array,
  shape: readonly number[],
): NdArray {
  const { outputMode } = table.options;
  if (outputMode === 'int') return new NdArray(indices, shape);
  if (outputMode !== 'tf_idf') return encodeIndices(indices, shape, outputMode, table.depth);
  const rows = encodeIndices(indices, shape, 'count', table.depth);
  const weights = table.idfWeights as Float32Array;
  const counts = rows.data as Float32Array;
  return new NdArray(
    counts.map((count, i) => count * (weights[i % weights.length] as number)),
    rows.shape,
  );
}

/** @throws ArgumentError where the vocabulary was given. */
export function checkAdaptable<T extends string | number>(table: LookupTable<T>, who: string): void {
  if (table.options.vocabulary === null) return;
  throw new ArgumentError({
    who,
    expected: 'a layer without `vocabulary` to adapt',
    got: 'one that was given it',
  });
}

/** Where files keep the tokens, one a line. */
export const vocabularyFile = 'vocabulary.txt';

/** What files keep of a table besides its options. */
export function saveTable<T extends string | number>(
  table: LookupTable<T>,
): { arrays: Map<string, NdArray>; assets: Map<string, string> } {
  const weights = idfArray(table);
  checkLines(table);
  return {
    arrays: new Map(weights === null ? [] : [['idf_weights', weights]]),
    assets: new Map(
      table.options.vocabulary === null ? [[vocabularyFile, table.tokens(true).join('\n')]] : [],
    ),
  };
}

/** @throws FormatError for tokens that a file with one a line cannot hold. */
function checkLines<T extends string | number>(table: LookupTable<T>): void {
  const broken = table.tokens(true).find((token) => String(token).includes('\n'));
  if (broken === undefined || table.options.vocabulary !== null) return;
  throw new FormatError({
    who: vocabularyFile,
    expected: 'tokens without line breaks',
    got: JSON.stringify(broken),
    hint: 'Give the tokens as `vocabulary`: then the configuration keeps them.',
  });
}

export function loadTable<T extends string | number>(
  table: LookupTable<T>,
  weights: NdArray | undefined,
  vocabulary: string | undefined,
  parse: (line: string) => T,
): void {
  const idfWeights = weights === undefined ? null : (weights.data as Float32Array);
  if (table.options.vocabulary !== null || vocabulary === undefined) {
    if (idfWeights !== null) table.idfWeights = idfWeights;
    return;
  }
  const lines = vocabulary.split('\n');
  // Empty lines at the end may be of an editor, but for tokens that are empty.
  while (lines.at(-1) === '' && lines.length > (table.frozenSize ?? 0)) lines.pop();
  if (lines.length > 0) {
    table.set(lines.map(parse), idfWeights?.subarray(0, lines.length) ?? null);
  }
}

function invert<T extends string | number>(
  table: LookupTable<T>,
  indices: NdArray,
  kind: TokenKind<T>,
): NdArray {
  const tokens = Array.from<number | bigint | string, T>(indices.data, (index) =>
    table.tokenAt(Number(index)),
  );
  return kind.write(tokens, indices.shape);
}

/** Of an array with one axis each element is a document, of a batch with one axis it is one document, as in Keras. */
function* documentsOf<T>(tokens: ArrayLike<T>, shape: readonly number[], isWhole: boolean): Generator<T[]> {
  const rows = shape.length > 1 || isWhole ? (shape[0] ?? 1) : 1;
  const width = tokens.length / rows;
  for (let row = 0; row < rows; row++) {
    yield Array.from({ length: width }, (_, i) => tokens[row * width + i] as T);
  }
}

/** The tokens of lookups of strings. */
export const strings: TokenKind<string> = {
  dtype: 'string',
  read(array, who) {
    if (Array.isArray(array.data)) return array.data;
    throw new DTypeError({ who, expected: 'strings', got: array.dtype });
  },
  parse: (line) => line,
  write: (tokens, shape) => new NdArray([...tokens], shape),
  hash: ({ numOovIndices, salt }) => hashBuckets(numOovIndices, salt),
};

/** The tokens of lookups of whole numbers. */
export const integers: TokenKind<number> = {
  dtype: 'int64',
  read({ data, dtype }, who) {
    if (Array.isArray(data)) throw new DTypeError({ who, expected: 'whole numbers', got: dtype });
    return data instanceof BigInt64Array ? Array.from(data, Number) : data.map(Math.trunc);
  },
  parse: Number,
  write: (tokens, shape) => new NdArray(Int32Array.from(tokens), shape),
  hash({ numOovIndices, salt, oovMethod }) {
    if (oovMethod !== 'farmhash') return (token) => ((token % numOovIndices) + numOovIndices) % numOovIndices;
    const bucketOf = hashBuckets(numOovIndices, salt);
    return (token) => bucketOf(String(token));
  },
};
