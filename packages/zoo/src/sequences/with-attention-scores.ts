import { ArgumentError, type SymbolicTensor } from '@myelin/core';
import { type Model, functional } from '@myelin/models';
import { expandDims } from '@myelin/ops';

/**
 * A model on the same weights that also tells what it looked at: its outputs are those of `model` and the scores of its last
 * attention to the source, `[batch, heads, targetLength, sourceLength]`, which add up to 1 along the source.
 *
 * @example
 * ```ts
 * const looking = withAttentionScores(transformer());
 * looking.outputs.map(({ shape }) => shape); // [[null, 4, 10], [null, 4, 4, 7]]
 * ```
 * @throws ArgumentError for a model without an attention that returns its scores.
 */
export function withAttentionScores(model: Model): Model {
  const scores = model.layers
    .filter(({ className }) => className.endsWith('Attention'))
    .map((layer) => layer.inboundNodes.at(-1)?.outputs[1])
    .findLast((output) => output !== undefined);
  if (scores === undefined) {
    throw new ArgumentError({
      who: 'withAttentionScores',
      expected: 'a model whose attention returns its scores',
      got: model.name,
    });
  }
  const withHeads = (x: SymbolicTensor): SymbolicTensor =>
    x.shape.length === 4 ? x : expandDims(x, { axis: 1 });
  return functional({
    inputs: [...model.inputs],
    outputs: [...model.outputs, withHeads(scores)],
    name: `${model.name}_looking`,
  });
}
