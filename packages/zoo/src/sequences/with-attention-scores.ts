import { ArgumentError } from '@myelin/core';
import { type Model, functional } from '@myelin/models';

/**
 * A model on the same weights that also tells what it looks at: after the outputs of `model` come the scores of each
 * attention that returns them.
 *
 * Scores are `[batch, targetLength, sourceLength]` of an `attention`, and `[batch, heads, targetLength, sourceLength]` of a
 * `multiHeadAttention`; along the source they add up to 1.
 *
 * @example
 * ```ts
 * withAttentionScores(transformer()).outputs.map(({ shape }) => shape); // [[null, 4, 10], [null, 4, 4, 7]]
 * withAttentionScores(sequenceToSequence()).outputs.length; // 3
 * ```
 * @throws ArgumentError for a model without an attention that returns its scores.
 */
export function withAttentionScores(model: Model): Model {
  const scores = model.layers
    .filter(({ className }) => className.endsWith('Attention'))
    .flatMap((layer) => layer.inboundNodes.at(-1)?.outputs[1] ?? []);
  if (scores.length === 0) {
    throw new ArgumentError({
      who: 'withAttentionScores',
      expected: 'a model whose attention returns its scores',
      got: model.name,
    });
  }
  return functional({
    inputs: [...model.inputs],
    outputs: [...model.outputs, ...scores],
    name: `${model.name}_looking`,
  });
}
