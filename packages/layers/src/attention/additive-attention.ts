import { type LayerConfig, defineLayer, knownDim } from '@myelin/core';
import { glorotUniform } from '@myelin/initializers';
import { multiply, sum, tanh } from '@myelin/ops';
import { seedFor, upToOne } from '../internal/chance.js';
import {
  type AttentionFactory,
  type AttentionInputs,
  type ScoreOptions,
  withScores,
} from './internal/attention-layer.js';
import { maskOfQuery } from './internal/attention-mask.js';
import { type ScoringOptions, attendByScore, checkSizes, pairwiseSum } from './internal/score-attention.js';

/** Options of {@link additiveAttention}. */
export interface AdditiveAttentionConfig extends LayerConfig, ScoringOptions {
  /** Whether each feature has a weight in the scores that is learned. @defaultValue true */
  useScale?: boolean;
}

/**
 * Attention whose scores are sums: `softmax(Σ scale · tanh(query + key)) · value`, the sum over the features.
 *
 * As in Keras, a step that sees nothing takes the mean of all values. For translation before there were transformers.
 *
 * Inputs `query [batch, steps, features]`, `value [batch, valueSteps, valueFeatures]`, and `key` where it is not the value
 * → output `[batch, steps, valueFeatures]`; with `returnAttentionScores` the scores `[batch, steps, valueSteps]`, too. The
 * mask of the values leaves steps out; where that of the query does, the output is 0.
 * Weights: `scale [features]` if `useScale`.
 *
 * @example
 * ```ts
 * const [query, value] = [tensor([[[5, 5]]]), tensor([[[1, 2], [1, 2]]])];
 * additiveAttention()([query, value]); // [[[1, 2]]]
 * ```
 * @throws ShapeError when inputs or masks do not fit each other, or the number of features is unknown.
 * @see Keras `keras.layers.AdditiveAttention`; Bahdanau, Cho and Bengio, 2014, arXiv 1409.0473.
 */
export const additiveAttention: AttentionFactory<AdditiveAttentionConfig, ScoreOptions> =
  /* @__PURE__ */ withScores<AdditiveAttentionConfig, ScoreOptions>(
    /* @__PURE__ */ defineLayer({
      className: 'AdditiveAttention',
      defaults: { useScale: true, dropout: 0, seed: null },
      floats: ['dropout'],
      callOptions: ['useCausalMask', 'returnAttentionScores'],
      takesMask: true,
      supportsMasking: true,
      resolve: { dropout: upToOne('dropout') },

      build({ config: { useScale, dropout, seed }, inputShape, who, addWeight, addSeed }) {
        checkSizes(inputShape, who);
        const features = knownDim(inputShape[0], -1, who);
        return {
          scale: useScale ? addWeight('scale', [features], { initializer: glorotUniform() }) : null,
          seed: seedFor(dropout, seed, addSeed),
        };
      },

      call(inputs: AttentionInputs, context) {
        const { scale } = context.state;
        return attendByScore(inputs, context, (query, key) => {
          const parts = tanh(pairwiseSum(query, key));
          return sum(scale === null ? parts : multiply(parts, scale), { axis: -1 });
        });
      },

      computeMask: (_, mask) => maskOfQuery(mask),
    }),
  );
