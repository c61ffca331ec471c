import { type LayerConfig, defineLayer } from '@myelin/core';
import { ones } from '@myelin/initializers';
import { matmul, multiply, sum, swapaxes, tanh } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { seedFor, upToOne } from '../internal/chance.js';
import { oneOf } from '../internal/one-of.js';
import {
  type AttentionFactory,
  type AttentionInputs,
  type ScoreOptions,
  withScores,
} from './internal/attention-layer.js';
import { maskOfQuery } from './internal/attention-mask.js';
import { type ScoringOptions, attendByScore, checkSizes, pairwiseSum } from './internal/score-attention.js';

/** Options of {@link attention}. */
export interface AttentionConfig extends LayerConfig, ScoringOptions {
  /** Whether the scores are multiplied by a number that is learned. @defaultValue false */
  useScale?: boolean;
  /** How well a key fits a query: their product, or how far they point in one direction. @defaultValue 'dot' */
  scoreMode?: 'dot' | 'concat';
}

/**
 * Attention without maps of its own: each step takes over what fits it of all steps, `softmax(scores) · value`.
 *
 * Scores are `scale · query · keyᵀ`, or for `'concat'` `weight · Σ tanh(scale · (query + key))` over the features. As in
 * Keras, a step that sees nothing takes the mean of all values. With the same tensor twice it is self-attention.
 *
 * Inputs `query [batch, steps, features]`, `value [batch, valueSteps, valueFeatures]`, and `key` where it is not the value
 * → output `[batch, steps, valueFeatures]`; with `returnAttentionScores` the scores `[batch, steps, valueSteps]`, too. The
 * mask of the values leaves steps out; where that of the query does, the output is 0.
 * Weights, in saved order: `scale []` if `useScale`, `concat_score_weight []` for `'concat'`.
 *
 * @example
 * ```ts
 * const [query, value] = [tensor([[[0, 0]]]), tensor([[[1, 2], [3, 4]]])];
 * attention()([query, value]); // [[[2, 3]]]
 * ```
 * @throws ShapeError when inputs or masks do not fit each other.
 * @see Keras `keras.layers.Attention`; Luong et al., 2015, arXiv 1508.04025.
 */
export const attention: AttentionFactory<AttentionConfig, ScoreOptions> = /* @__PURE__ */ withScores<
  AttentionConfig,
  ScoreOptions
>(
  /* @__PURE__ */ defineLayer({
    className: 'Attention',
    defaults: { useScale: false, scoreMode: 'dot', dropout: 0, seed: null },
    floats: ['dropout'],
    callOptions: ['useCausalMask', 'returnAttentionScores'],
    takesMask: true,
    supportsMasking: true,
    resolve: {
      dropout: upToOne('dropout'),
      scoreMode: oneOf<'dot' | 'concat'>('scoreMode', ['dot', 'concat']),
    },

    build({ config, inputShape, who, addWeight, addSeed }) {
      checkSizes(inputShape, who);
      const { useScale, scoreMode, dropout, seed } = config;
      return {
        scale: useScale ? addWeight('scale', [], { initializer: ones() }) : null,
        weight: scoreMode === 'concat' ? addWeight('concat_score_weight', [], { initializer: ones() }) : null,
        seed: seedFor(dropout, seed, addSeed),
      };
    },

    call(inputs: AttentionInputs, context) {
      const { scale, weight } = context.state;
      const scaled = (x: Tensor): Tensor => (scale === null ? x : multiply(x, scale));
      return attendByScore(inputs, context, (query, key) =>
        weight === null
          ? scaled(matmul(query, swapaxes(key, { axis1: -2, axis2: -1 })))
          : multiply(sum(tanh(scaled(pairwiseSum(query, key))), { axis: -1 }), weight),
      );
    },

    computeMask: (_, mask) => maskOfQuery(mask),
  }),
);
