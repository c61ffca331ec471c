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
import { divide, matmul, multiply, notEqual, take, tanh, transpose } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type EmbeddingOptions,
  embeddingDefaults,
  embeddingResolvers,
  makeEmbeddings,
} from '../internal/embeddings.js';
import {
  type LoraMethods,
  adapted,
  loraConfig,
  loraMethods,
  loraOmitted,
  storedWeight,
} from '../internal/lora.js';
import { oneOf } from '../internal/one-of.js';
import { optionally } from '../internal/optionally.js';

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
export interface ReversibleEmbeddingLayer extends Layer<ReversibleEmbeddingConfig>, LoraMethods {
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
 * `loraRank` and `enableLora` are those of `embedding`.
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
    fixed: { quantization_config: null },
    callOptions: ['reverse'],
    supportsMasking: true,
    floats: ['logitSoftCap'],
    defaults: { ...embeddingDefaults, tieWeights: true, reverseDtype: null, logitSoftCap: null },
    resolve: {
      ...embeddingResolvers,
      reverseDtype,
      logitSoftCap,
    },

    build({ config, who, addWeight }) {
      const { inputDim, outputDim, embeddingsInitializer, tieWeights } = config;
      return {
        embeddings: makeEmbeddings(config, { who, addWeight }),
        reverseEmbeddings: tieWeights
          ? null
          : addWeight('reverse_embeddings', [outputDim, inputDim], { initializer: embeddingsInitializer }),
      };
    },

    call(x, { config, options, state: { embeddings, reverseEmbeddings } }) {
      const { maskZero, logitSoftCap } = config;
      if (options['reverse'] !== true) {
        const vectors = take(adapted(embeddings), x, { axis: 0 });
        if (maskZero) attachMask(vectors, notEqual(x, 0));
        return vectors;
      }
      const logits = matmul(x, reverseEmbeddings ?? transpose(adapted(embeddings)));
      return logitSoftCap === null ? logits : multiply(tanh(divide(logits, logitSoftCap)), logitSoftCap);
    },

    // The way there attaches its mask itself; the way back has none.
    computeMask: () => null,

    stored: ({ embeddings, reverseEmbeddings }) => [
      storedWeight(embeddings),
      ...(reverseEmbeddings === null ? [] : [reverseEmbeddings]),
    ],
    writeConfig: (config, state) => ({ ...config, ...loraConfig(state?.embeddings) }),
    methods: (context) => loraMethods(context, ({ embeddings }) => embeddings),
  }),
);

/** States the option of calls; `defineLayer` knows only those that all layers have. */
function withReverse(
  factory: LayerFactory<ReversibleEmbeddingConfig, Tensor, Tensor, LoraMethods>,
): ReversibleEmbeddingFactory {
  return factory;
}
