import { type LayerConfig, type SymbolicTensor, defineLayer, withoutMask } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import { dropout } from '../regularization/dropout.js';
import { attendMapped } from './internal/attend-mapped.js';
import {
  type AttentionFactory,
  type AttentionInputs,
  type AttentionLayer,
  type ScoreOptions,
  withScores,
  withoutMissing,
} from './internal/attention-layer.js';
import {
  type MappedAttentionOptions,
  attentionAxes,
  axesOf,
  listOfSizes,
  mappedAttentionDefaults,
  mappedAttentionResolvers,
} from './internal/attention-config.js';
import { maskOfQuery } from './internal/attention-mask.js';
import { checkShapes, shapesOf } from './internal/check-shapes.js';
import { projections } from './internal/projections.js';

/** Options of {@link multiHeadAttention}. */
export interface MultiHeadAttentionConfig extends LayerConfig, MappedAttentionOptions {
  /** How many attentions run side by side. */
  numHeads: number;
  /** Size of the queries and keys of each head. */
  keyDim: number;
  /** Size of the values of each head. @defaultValue null, `keyDim` */
  valueDim?: number | null;
  /** Shape of the output of each step. @defaultValue null, the size of the query */
  outputShape?: number | readonly number[] | null;
  /** The axes over which steps attend to each other. @defaultValue null, all but the batch and the features */
  attentionAxes?: number | readonly number[] | null;
}

/** Options of one call of {@link multiHeadAttention}; the scores are `[batch, heads, steps of the query, steps of the value]`. */
export interface AttentionCallOptions extends ScoreOptions {
  /** What each step of the query sees: `[batch, steps of the query, steps of the value]`. @defaultValue null, everything */
  attentionMask?: Tensor | SymbolicTensor | null;
}

/** A layer of several attentions. */
export type MultiHeadAttentionLayer = AttentionLayer<MultiHeadAttentionConfig, AttentionCallOptions>;

/** Makes layers of several attentions. */
export type MultiHeadAttentionFactory = AttentionFactory<MultiHeadAttentionConfig, AttentionCallOptions>;

/**
 * Several attentions side by side: each step looks at all steps and takes over what fits its question.
 *
 * For each head `softmax(q · kᵀ / √keyDim) · v`, where queries, keys and values are linear maps of the inputs; the heads
 * together are mapped to the output. The heart of transformers. With the same tensor twice it is self-attention.
 *
 * Inputs `query [batch, steps, features]` and `value [batch, valueSteps, valueFeatures]`, and `key` where it is not the value
 * → output `[batch, steps, features]`. Masks of the inputs leave steps out; the output has that of the query.
 * Weights, in saved order: `kernel` and `bias` of `query [features, heads, keyDim]`, of `key [keyFeatures, heads, keyDim]`, of
 * `gate [features, heads, valueDim]` if `useGate`, of `value [valueFeatures, heads, valueDim]`, and of
 * `attention_output [heads, valueDim, features]`; no biases without `useBias`.
 *
 * As in Keras, a step that sees nothing takes the mean of all values; with `dropout`, `returnAttentionScores` or several axes
 * of steps it takes nothing. Unlike in Keras, causal masks and windows lie along the axis that attends, whichever that is,
 * and an `attentionMask` with heads may meet other masks.
 *
 * As in Keras, it takes the masks off its inputs. A layer that finds its mask in its input, as this one does, no longer
 * sees it there: the second of two blocks with residual connections attends to padding, unless it is given a `mask`. Layers
 * for which the graph of a model holds an edge from the mask keep it.
 *
 * The bias of the keys moves all scores of a step alike: its gradient is zero but for rounding.
 *
 * @example
 * ```ts
 * const layer = multiHeadAttention({ numHeads: 2, keyDim: 4 });
 * const x = ones([1, 3, 8]);
 * layer([x, x], { useCausalMask: true }).shape; // [1, 3, 8]
 * ```
 * @throws ShapeError when inputs or masks do not fit each other, or the size of the features is unknown or changes.
 * @throws ArgumentError for a causal mask or a window over several axes.
 * @see Keras `keras.layers.MultiHeadAttention`; Vaswani et al., 2017, arXiv 1706.03762, section 3.2; for `useGate` Qiu et al.,
 *   2025, arXiv 2505.06708.
 */
export const multiHeadAttention: MultiHeadAttentionFactory = /* @__PURE__ */ withScores<
  MultiHeadAttentionConfig,
  AttentionCallOptions
>(
  /* @__PURE__ */ defineLayer({
    className: 'MultiHeadAttention',
    required: ['numHeads', 'keyDim'],
    unsaved: ['flashAttention'],
    inputNames: ['query', 'value', 'key'],
    callOptions: ['attentionMask', 'useCausalMask', 'returnAttentionScores'],
    penalizesOutput: false,
    takesMask: true,
    dropsMasks: true,
    supportsMasking: true,
    defaults: {
      valueDim: null,
      outputShape: null,
      attentionAxes: null,
      ...mappedAttentionDefaults,
    },
    floats: ['dropout'],
    resolve: {
      numHeads: positiveInteger('numHeads'),
      keyDim: positiveInteger('keyDim'),
      valueDim,
      outputShape: listOfSizes('outputShape'),
      attentionAxes,
      ...mappedAttentionResolvers,
    },
    builtConfig: (config, [, valueShape]) => ({
      attentionAxes: axesOf(config.attentionAxes, valueShape.length),
    }),

    build({ config, inputShape, who }) {
      checkShapes(inputShape, who);
      const drop = dropout({ rate: config.dropout, seed: config.seed });
      drop.build([null]);
      const { query, key, gate, value, output } = projections(
        { ...config, keyValueHeads: config.numHeads },
        inputShape,
      );
      return {
        queryDense: query,
        keyDense: key,
        // Named as in Keras' files.
        _gateDense: gate,
        valueDense: value,
        outputDense: output,
        _dropoutLayer: drop,
      };
    },

    takesNull: [2],
    call(given: AttentionInputs, context) {
      const inputs = withoutMissing(given);
      checkShapes(shapesOf(inputs), context.who);
      const { config, state } = context;
      return attendMapped(inputs.map(withoutMask) as unknown as AttentionInputs, context, {
        query: state.queryDense,
        key: state.keyDense,
        value: state.valueDense,
        gate: state._gateDense,
        output: state.outputDense,
        dropout: state._dropoutLayer,
        axes: axesOf(config.attentionAxes, inputs[1].rank),
        keyDim: config.keyDim,
      });
    },

    computeMask: (_, mask) => maskOfQuery(mask),
  }),
);

function valueDim(given: number | null, who: string, { keyDim }: { readonly keyDim: number }): number {
  return positiveInteger('valueDim')(given ?? keyDim, who);
}
