import { type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { notEqual } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type EmbeddingOptions,
  embeddingDefaults,
  embeddingResolvers,
  makeEmbeddings,
} from '../internal/embeddings.js';
import {
  type LargeWeightMethods,
  largeWeightConfig,
  largeWeightMethods,
  storedWeight,
} from '../internal/large-weight.js';
import { loraOmitted } from '../internal/lora.js';
import { rowsOf } from '../internal/quantization/product.js';

/** Options of {@link embedding}. */
export interface EmbeddingConfig extends LayerConfig, EmbeddingOptions {}

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
 * Weights, in saved order: `embeddings [inputDim, outputDim]`. `loraRank` and `enableLora` are those of `dense`: they add
 * `lora_embeddings_a [inputDim, rank]` and `lora_embeddings_b [rank, outputDim]`. After `quantize` the vectors are whole
 * numbers, and `embeddings_scale [inputDim]` follows; for blocks of int4 `embeddings_scale` and `embeddings_zero`
 * `[inputDim, blocks]`, and `g_idx [outputDim]`, the block of each number.
 *
 * @example
 * ```ts
 * embedding({ inputDim: 3, outputDim: 2, weights: [[0, 0], [1, 2], [3, 4]] })(tensor([[2, 1]])); // [[[3, 4], [1, 2]]]
 * ```
 * @throws ArgumentError when an index is not in the vocabulary, on backends that look.
 * @see Keras `keras.layers.Embedding`
 */
export const embedding: LayerFactory<EmbeddingConfig, Tensor, Tensor, LargeWeightMethods> =
  /* @__PURE__ */ defineLayer({
    className: 'Embedding',
    required: ['inputDim', 'outputDim'],
    unsaved: ['weights'],
    omitted: loraOmitted,
    quantizes: true,
    defaults: embeddingDefaults,
    resolve: embeddingResolvers,

    build: ({ config, ...maker }) => ({ embeddings: makeEmbeddings(config, maker) }),

    call: (x, { state: { embeddings } }) => rowsOf(embeddings, x),

    computeMask: (x, _, { config }) => (config.maskZero ? notEqual(x, 0) : null),

    stored: ({ embeddings }) => storedWeight(embeddings),
    writeConfig: (config, state) => largeWeightConfig(config, state?.embeddings),
    methods: (context) => largeWeightMethods(context, ({ embeddings }) => [embeddings]),
  });
