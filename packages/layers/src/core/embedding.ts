import {
  type ArrayLike,
  type LayerConfig,
  type LayerFactory,
  NdArray,
  ShapeError,
  defineLayer,
  formatShape,
} from '@myelin/core';
import { notEqual, take } from '@myelin/ops';
import { positiveInteger } from '../internal/positive-integer.js';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from '../internal/resolve.js';

/** Options of {@link embedding}. */
export interface EmbeddingConfig extends LayerConfig {
  /** Size of the vocabulary: the largest index, and 1. */
  inputDim: number;
  /** Size of each vector. */
  outputDim: number;
  /** @defaultValue 'uniform' */
  embeddingsInitializer?: InitializerLike;
  /** Penalty on the vectors. @defaultValue null */
  embeddingsRegularizer?: RegularizerLike;
  /** Penalty on the output. @defaultValue null */
  activityRegularizer?: RegularizerLike;
  /** Projection of the vectors after each update. @defaultValue null */
  embeddingsConstraint?: ConstraintLike;
  /** Whether index 0 stands for padding, which does not count in the layers after this one. @defaultValue false */
  maskZero?: boolean;
  /** The vectors to start from, `[inputDim, outputDim]`, in the place of the initializer's. @defaultValue null */
  weights?: ArrayLike | null;
}

/**
 * A vector for each index: `y[..., :] = embeddings[x[...]]`.
 *
 * The first layer for words, characters and categories: it learns which of them are alike. With `maskZero` sequences of
 * different lengths are filled up with 0; then no word has the index 0.
 *
 * An index that stands in a batch several times has the sum of the gradients. Keras on TensorFlow squares them one by one
 * where an optimizer takes squares, such as Adam; here, as in its papers and in Keras on JAX, it squares the sum.
 *
 * Input `[batch, ...]` of whole numbers → output `[batch, ..., outputDim]`.
 * Weights, in saved order: `embeddings [inputDim, outputDim]`.
 *
 * @example
 * ```ts
 * embedding({ inputDim: 3, outputDim: 2, weights: [[0, 0], [1, 2], [3, 4]] })(tensor([[2, 1]])); // [[[3, 4], [1, 2]]]
 * ```
 * @throws ArgumentError when an index is not in the vocabulary, on backends that look.
 * @see Keras `keras.layers.Embedding`
 */
export const embedding: LayerFactory<EmbeddingConfig> = /* @__PURE__ */ defineLayer({
  className: 'Embedding',
  required: ['inputDim', 'outputDim'],
  unsaved: ['weights'],
  fixed: { quantization_config: null },
  defaults: {
    embeddingsInitializer: 'uniform',
    embeddingsRegularizer: null,
    activityRegularizer: null,
    embeddingsConstraint: null,
    maskZero: false,
    weights: null,
  },
  resolve: {
    inputDim: positiveInteger('inputDim'),
    outputDim: positiveInteger('outputDim'),
    embeddingsInitializer: initializer,
    embeddingsRegularizer: regularizer,
    activityRegularizer: regularizer,
    embeddingsConstraint: constraint,
    weights,
  },

  build({ config, addWeight }) {
    const { inputDim, outputDim, weights: start } = config;
    return {
      embeddings: addWeight('embeddings', [inputDim, outputDim], {
        initializer: start === null ? config.embeddingsInitializer : () => start,
        regularizer: config.embeddingsRegularizer,
        constraint: config.embeddingsConstraint,
      }),
    };
  },

  call: (x, { state: { embeddings } }) => take(embeddings, x, { axis: 0 }),

  computeMask: (x, _, { config }) => (config.maskZero ? notEqual(x, 0) : null),
});

function weights(
  given: ArrayLike | null,
  who: string,
  { inputDim, outputDim }: { readonly inputDim: number; readonly outputDim: number },
): NdArray | null {
  if (given === null) return null;
  const array = NdArray.from(given).cast('float32');
  const wanted = formatShape([inputDim, outputDim]);
  if (formatShape(array.shape) === wanted) return array;
  throw new ShapeError({ who, expected: `\`weights\` of shape ${wanted}`, got: formatShape(array.shape) });
}
