import {
  ArgumentError,
  type HostLayerFactory,
  type LayerConfig,
  NdArray,
  type Shape,
  ShapeError,
  defineHostLayer,
  formatShape,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import { categoryMode } from './internal/category-mode.js';
import { encodeIndices, encodedSpec } from './internal/encode-indices.js';
import { fingerprint64, fingerprintCat64 } from './internal/fingerprint64.js';
import { refuseSparse } from './internal/refuse-sparse.js';

/** Options of {@link hashedCrossing}. */
export interface HashedCrossingConfig extends Omit<LayerConfig, 'dtype' | 'trainable'> {
  /** How many bins there are. */
  numBins: number;
  /** `'int'`: the bin of each example; `'one_hot'`: a row. @defaultValue 'int' */
  outputMode?: 'int' | 'one_hot';
  /** Sparse tensors, which there are none of here: only false is allowed. @defaultValue false */
  sparse?: boolean;
  /** Type of the output as files name it; it is int32 or float32. @defaultValue 'int64' for bins, else 'float32' */
  dtype?: 'int32' | 'int64' | 'float32' | null;
}

/** TensorFlow's key of the hash. */
const hashKey = 0xdecafcaffen;

/**
 * Several features together as one: `y = hash(x₁, x₂, …) mod numBins`.
 *
 * What a linear model cannot find out from each alone, such as the hour and the day of the week, becomes a category of
 * its own. The bins are those of Keras. It runs on the host, so in a model it stands at the front.
 *
 * Inputs, a list of at least two, `[batch]` or `[batch, 1]`, of strings or whole numbers → the same shape of whole
 * numbers, or rows `[batch, numBins]`. No weights.
 *
 * @example
 * ```ts
 * const cross = hashedCrossing({ numBins: 5 });
 * cross([['A', 'B', 'A', 'B', 'A'], [101, 101, 101, 102, 102]]); // [1, 4, 1, 1, 3]
 * ```
 * @throws ShapeError for other shapes; ArgumentError for a single input and for numbers that are not whole.
 * @see Keras `keras.layers.HashedCrossing`; TensorFlow `tf.sparse.cross_hashed`
 */
export const hashedCrossing: HostLayerFactory<HashedCrossingConfig, readonly Tensor[]> =
  /* @__PURE__ */ defineHostLayer({
    className: 'HashedCrossing',
    required: ['numBins'],
    defaults: { outputMode: 'int', sparse: false, dtype: null },
    resolve: {
      numBins: positiveInteger('numBins'),
      outputMode: categoryMode<'int' | 'one_hot'>(['int', 'one_hot']),
      sparse: refuseSparse,
    },
    inputDType: 'string',
    takesList: true,
    start: () => null,

    call(inputs, { config: { numBins, outputMode }, who }) {
      const shape = commonShape(inputs, who) as number[];
      const hashes = inputs.map((input) => hashesOf(input, who));
      const bins = Int32Array.from({ length: inputs[0]?.size ?? 0 }, (_, i) => {
        const crossed = hashes.reduce((hash, next) => fingerprintCat64(hash, next(i)), hashKey);
        return Number(crossed % BigInt(numBins));
      });
      return encodeIndices(bins, shape, outputMode, numBins);
    },

    outputSpec: (inputs, { config: { numBins, outputMode }, who }) =>
      encodedSpec(commonShape(inputs, who), outputMode, numBins),

    writeConfig({ trainable: _trainable, ...config }, { config: { outputMode, dtype } }) {
      return { ...config, dtype: dtype ?? (outputMode === 'int' ? 'int64' : 'float32') };
    },
  });

const encoder = /* @__PURE__ */ new TextEncoder();

/** The hash of each element: numbers are their own. */
function hashesOf({ data }: NdArray, who: string): (place: number) => bigint {
  if (Array.isArray(data)) return (place) => fingerprint64(encoder.encode(data[place]));
  return (place) => {
    const value = data[place] as number | bigint;
    if (typeof value === 'bigint' || Number.isInteger(value)) return BigInt.asUintN(64, BigInt(value));
    throw new ArgumentError({
      who,
      expected: 'strings or whole numbers',
      got: String(value),
      hint: 'Make categories of numbers with `discretization` first.',
    });
  };
}

function commonShape(inputs: readonly { readonly shape: Shape }[], who: string): Shape {
  if (inputs.length < 2) {
    throw new ArgumentError({ who, expected: 'a list of at least two inputs', got: String(inputs.length) });
  }
  const shapes = [...new Set(inputs.map(({ shape }) => formatShape(shape)))];
  const { shape } = inputs[0] as { readonly shape: Shape };
  if (shapes.length === 1 && (shape.length < 2 || (shape.length === 2 && shape[1] === 1))) return shape;
  throw new ShapeError({
    who,
    expected: 'inputs of one shape, (batch,) or (batch, 1)',
    got: shapes.join(' and '),
  });
}
