import {
  ArgumentError,
  type CallOptions,
  type Deserializable,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  type Shape,
  type Symbolic,
  attachMask,
  defineLayer,
} from '@myelin/core';
import { divide, multiply, notEqual, tanh } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type EmbeddingOptions,
  embeddingDefaults,
  embeddingResolvers,
  makeEmbeddings,
} from '../internal/embeddings.js';
import {
  type LargeWeight,
  type LargeWeightMethods,
  largeWeight,
  largeWeightConfig,
  largeWeightMethods,
  storedWeight,
} from '../internal/large-weight.js';
import { loraOmitted } from '../internal/lora.js';
import { oneOf } from '../internal/one-of.js';
import { optionally } from '../internal/optionally.js';
import { matrixLayout } from '../internal/quantization/layout.js';
import { product, rowsOf, transposedProduct } from '../internal/quantization/product.js';

/** Options of {@link reversibleEmbedding}. */
export interface ReversibleEmbeddingConfig extends LayerConfig, EmbeddingOptions {
  /** Whether the way back uses the same vectors, turned around; else it has a matrix of its own. @defaultValue true */
  tieWeights?: boolean;
  /** Type that the way back computes in: there is one. @defaultValue null, that of the layer */
  reverseDtype?: 'float32' | null;
  /** Keeps what the way back gives within ± this number: `cap · tanh(y / cap)`. @defaultValue null */
  logitSoftCap?: number | null;
}

/** Options of one call of {@link reversibleEmbedding}. */
export interface ReversibleEmbeddingCallOptions extends CallOptions {
  /** Whether to go from vectors to a number for each index. @defaultValue false */
  reverse?: boolean;
}

/** A layer of vectors that goes both ways. */
export interface ReversibleEmbeddingLayer extends Layer<ReversibleEmbeddingConfig>, LargeWeightMethods {
  <X extends Tensor | Symbolic<Tensor>>(
    inputs: X,
    options?: ReversibleEmbeddingCallOptions,
  ): X extends Symbolic<Tensor> ? Symbolic<Tensor> : Tensor;
  computeOutputShape(inputShape: Shape, options?: ReversibleEmbeddingCallOptions): Shape;
}

/** Makes layers of vectors that go both ways. */
export interface ReversibleEmbeddingFactory extends Deserializable {
  (config: ReversibleEmbeddingConfig): ReversibleEmbeddingLayer;
}

/** Of the weights of the way back pairs of rows share bytes, and the zeros of their blocks are floats. */
const wayBack = { packed: 0, zeroDType: 'float32' } as const;

const reverseDtype = /* @__PURE__ */ optionally(
  /* @__PURE__ */ oneOf<'float32'>('reverseDtype', ['float32']),
);

const logitSoftCap = /* @__PURE__ */ optionally((given: number, who: string) => {
  if (given > 0) return given;
  throw new ArgumentError({ who, expected: '`logitSoftCap` to be a positive number', got: String(given) });
});

/**
 * A vector for each index, and back: `y = embeddings[x]`, with `{ reverse: true }` `y = x · embeddingsᵀ`.
 *
 * For language models: the first layer and the last one, which says how likely each word is, share their weights. In the
 * graph of a model it is called twice. With `tieWeights: false` the way back has weights of its own, which start like the
 * vectors. There is no bias.
 *
 * Input `[batch, ...]` of whole numbers → output `[batch, ..., outputDim]`; in reverse `[batch, ..., outputDim]` →
 * `[batch, ..., inputDim]`. With `maskZero` the vectors of index 0 do not count in the layers after this one.
 * Weights, in saved order: `embeddings [inputDim, outputDim]`, `reverse_embeddings [outputDim, inputDim]` unless tied.
 * `loraRank`, `enableLora` and `quantize` are those of `embedding`. Unlike in Keras, a quantized layer still masks, and its way
 * back has what was adapted, too, and hands gradients on, which there are lost in rounding.
 *
 * @example
 * ```ts
 * const words = reversibleEmbedding({ inputDim: 3, outputDim: 2, weights: [[0, 0], [1, 2], [3, 4]] });
 * const vectors = words(tensor([[1]]));
 * vectors; // [[[1, 2]]]
 * words(vectors, { reverse: true }); // [[[0, 5, 11]]]
 * ```
 * @throws ArgumentError when an index is not in the vocabulary, on backends that look.
 * @see Keras `keras.layers.ReversibleEmbedding`; Press and Wolf, 2016, arXiv 1608.05859.
 */
export const reversibleEmbedding: ReversibleEmbeddingFactory = /* @__PURE__ */ withReverse(
  /* @__PURE__ */ defineLayer({
    className: 'ReversibleEmbedding',
    required: ['inputDim', 'outputDim'],
    unsaved: ['weights'],
    omitted: loraOmitted,
    quantizes: true,
    callOptions: ['reverse'],
    supportsMasking: true,
    floats: ['logitSoftCap'],
    defaults: { ...embeddingDefaults, tieWeights: true, reverseDtype: null, logitSoftCap: null },
    resolve: {
      ...embeddingResolvers,
      reverseDtype,
      logitSoftCap,
    },

    build({ config, who, addWeight }): State {
      const { inputDim, outputDim, embeddingsInitializer: initializer, tieWeights } = config;
      const maker = { who, addWeight };
      const embeddings = makeEmbeddings(config, maker);
      if (tieWeights) return { embeddings, reverseEmbeddings: null };
      const { groups = null } = embeddings.quantized ?? {};
      const layout = { ...matrixLayout([outputDim, inputDim], 0), ...wayBack };
      const name = 'reverse_embeddings';
      return {
        embeddings,
        reverseEmbeddings: largeWeight({ name, layout, made: { initializer }, groups }, config, maker),
      };
    },

    call(x, { config, options, state: { embeddings, reverseEmbeddings } }) {
      const { maskZero, logitSoftCap } = config;
      if (options['reverse'] !== true) {
        const vectors = rowsOf(embeddings, x);
        if (maskZero) attachMask(vectors, notEqual(x, 0));
        return vectors;
      }
      const logits =
        reverseEmbeddings === null
          ? product(x, embeddings, transposedProduct)
          : product(x, reverseEmbeddings);
      return logitSoftCap === null ? logits : multiply(tanh(divide(logits, logitSoftCap)), logitSoftCap);
    },

    // The way there attaches its mask itself; the way back has none.
    computeMask: () => null,

    // Both ways share the blocks.
    stored: (state) => [...new Set(weightsOf(state).flatMap(storedWeight))],
    writeConfig: (config, state) => largeWeightConfig(config, state?.embeddings),
    methods: (context) => largeWeightMethods(context, weightsOf),
  }),
);

interface State {
  readonly embeddings: LargeWeight;
  readonly reverseEmbeddings: LargeWeight | null;
}

function weightsOf({ embeddings, reverseEmbeddings }: State): readonly [LargeWeight, ...LargeWeight[]] {
  return reverseEmbeddings === null ? [embeddings] : [embeddings, reverseEmbeddings];
}

/** States the option of calls; `defineLayer` knows only those that all layers have. */
function withReverse(
  factory: LayerFactory<ReversibleEmbeddingConfig, Tensor, Tensor, LargeWeightMethods>,
): ReversibleEmbeddingFactory {
  return factory;
}
