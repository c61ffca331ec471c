import { ArgumentError, type LayerConfig, ShapeError, defineLayer, formatShape } from '@myelin/core';
import { reshape, stack } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import { dropout } from '../regularization/dropout.js';
import { attendMapped } from './internal/attend-mapped.js';
import {
  type MappedAttentionOptions,
  mappedAttentionDefaults,
  mappedAttentionResolvers,
} from './internal/attention-config.js';
import {
  type AttentionFactory,
  type AttentionInputs,
  withScores,
  withoutMissing,
} from './internal/attention-layer.js';
import { maskOfQuery } from './internal/attention-mask.js';
import { checkShapes, shapesOf } from './internal/check-shapes.js';
import { projections } from './internal/projections.js';
import type { AttentionCallOptions } from './multi-head-attention.js';

/** Options of {@link groupQueryAttention}. */
export interface GroupQueryAttentionConfig extends LayerConfig, MappedAttentionOptions {
  /** Size of the queries, keys and values of each head. */
  headDim: number;
  /** How many heads ask. */
  numQueryHeads: number;
  /** How many heads answer; `numQueryHeads` can be divided by it. */
  numKeyValueHeads: number;
}

/**
 * Several attentions side by side, of which groups share keys and values: fewer weights, and less to remember when a text is
 * written word by word.
 *
 * For each head of the queries `softmax(q · kᵀ / √headDim) · v` with the keys and values of its group. One head of keys and
 * values is multi-query attention, as many as there are of queries multi-head attention.
 *
 * Inputs `query [batch, steps, features]`, `value [batch, valueSteps, valueFeatures]`, and `key` where it is not the value
 * → output `[batch, steps, features]`; with `returnAttentionScores` the scores `[batch, numQueryHeads, steps, valueSteps]`,
 * too. Masks of the inputs leave steps out; the output has that of the query.
 * Weights, in saved order: `kernel` and `bias` of `query [features, numQueryHeads, headDim]`, of
 * `key [keyFeatures, numKeyValueHeads, headDim]`, of `gate [features, numQueryHeads, headDim]` if `useGate`, of
 * `value [valueFeatures, numKeyValueHeads, headDim]`, and of `attention_output [numQueryHeads, headDim, features]`; no biases
 * without `useBias`.
 *
 * As in Keras, a step that sees nothing takes the mean of all values, and nothing with `dropout` or
 * `returnAttentionScores`; `activityRegularizer` is a penalty on the maps and on the output. The bias of the keys moves all
 * scores of a step alike: its gradient is zero but for rounding.
 *
 * @example
 * ```ts
 * const layer = groupQueryAttention({ headDim: 4, numQueryHeads: 4, numKeyValueHeads: 2 });
 * const x = ones([1, 3, 8]);
 * layer([x, x], { useCausalMask: true }).shape; // [1, 3, 8]
 * ```
 * @throws ArgumentError when the heads cannot be divided into groups.
 * @throws ShapeError when inputs or masks do not fit each other, or the size of the features is unknown or changes.
 * @see Keras `keras.layers.GroupQueryAttention`; Ainslie et al., 2023, arXiv 2305.13245.
 */
export const groupQueryAttention: AttentionFactory<GroupQueryAttentionConfig, AttentionCallOptions> =
  /* @__PURE__ */ withScores<GroupQueryAttentionConfig, AttentionCallOptions>(
    /* @__PURE__ */ defineLayer({
      className: 'GroupQueryAttention',
      countedAs: 'GroupedQueryAttention',
      required: ['headDim', 'numQueryHeads', 'numKeyValueHeads'],
      unsaved: ['flashAttention'],
      inputNames: ['query', 'value', 'key'],
      callOptions: ['attentionMask', 'useCausalMask', 'returnAttentionScores'],
      takesMask: true,
      supportsMasking: true,
      defaults: mappedAttentionDefaults,
      floats: ['dropout'],
      resolve: {
        headDim: positiveInteger('headDim'),
        numQueryHeads: positiveInteger('numQueryHeads'),
        numKeyValueHeads,
        ...mappedAttentionResolvers,
      },

      build({ config, inputShape, who }) {
        checkThreeAxes(inputShape, who);
        const { headDim, numQueryHeads: numHeads, numKeyValueHeads: keyValueHeads } = config;
        const sizes = { numHeads, keyValueHeads, keyDim: headDim, valueDim: headDim, outputShape: null };
        const { query, key, gate, value, output } = projections({ ...config, ...sizes }, inputShape);
        const drop = dropout({ rate: config.dropout, seed: config.seed });
        drop.build([null]);
        return {
          _queryDense: query,
          _keyDense: key,
          _gateDense: gate,
          _valueDense: value,
          _outputDense: output,
          _dropoutLayer: drop,
        };
      },

      takesNull: [2],
      call(given: AttentionInputs, context) {
        const inputs = withoutMissing(given);
        checkShapes(shapesOf(inputs), context.who);
        const { config, state } = context;
        const repeats = config.numQueryHeads / config.numKeyValueHeads;
        return attendMapped(inputs, context, {
          query: state._queryDense,
          key: (x) => repeated(state._keyDense(x), repeats),
          value: (x) => repeated(state._valueDense(x), repeats),
          gate: state._gateDense,
          output: state._outputDense,
          dropout: state._dropoutLayer,
          axes: [1],
          keyDim: config.headDim,
        });
      },

      computeMask: (_, mask) => maskOfQuery(mask),
    }),
  );

/** `[batch, steps, heads, size]` with each head as often as there are queries in its group. */
function repeated(heads: Tensor, times: number): Tensor {
  if (times === 1) return heads;
  const [batch = 0, steps = 0, , size = 0] = heads.shape;
  const copies = stack(
    Array.from({ length: times }, () => heads),
    { axis: 3 },
  );
  return reshape(copies, { newshape: [batch, steps, -1, size] });
}

function numKeyValueHeads(
  given: number,
  who: string,
  { numQueryHeads }: { readonly numQueryHeads: number },
): number {
  if (numQueryHeads % positiveInteger('numKeyValueHeads')(given, who) === 0) return given;
  throw new ArgumentError({
    who,
    expected: '`numQueryHeads` to be a multiple of `numKeyValueHeads`',
    got: `${numQueryHeads} and ${given}`,
  });
}

function checkThreeAxes(shapes: Parameters<typeof checkShapes>[0], who: string): void {
  checkShapes(shapes, who);
  if (shapes[0]?.length === 3) return;
  throw new ShapeError({
    who,
    expected: 'inputs [batch, steps, features]',
    got: shapes.map(formatShape).join(', '),
  });
}
