import { type CallContext, type Shape, ShapeError, type Variable, formatShape } from '@myelin/core';
import { add, expandDims, matmul, softmax, stopGradient, subtract, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { dropOut, nextDraw } from '../../internal/chance.js';
import type { AttentionInputs, ScoreOptions } from './attention-layer.js';
import { attentionMask } from './attention-mask.js';
import { checkShapes, shapesOf } from './check-shapes.js';

/** Options that all attentions share. */
export interface ScoringOptions {
  /** Part of the attention that is left out in training. @defaultValue 0 */
  dropout?: number;
  /** Seed of the dropout; null draws one. @defaultValue null */
  seed?: number | null;
}

/** Stands for minus infinity, as in Keras: where a step sees nothing, all scores are alike. */
const unseen = -1e9;

type Context = CallContext<
  ScoringOptions,
  { dropout: (given: number, who: string) => number },
  { readonly seed: Variable | null },
  AttentionInputs
>;

/**
 * Mixes the values by what `score` finds between queries and keys: `softmax(scores) · value`.
 *
 * Steps that the mask of the values leaves out are not seen; outputs of steps that the mask of the queries leaves out are 0.
 */
export function attendByScore(
  inputs: AttentionInputs,
  context: Context,
  score: (query: Tensor, key: Tensor) => Tensor,
): Tensor {
  const { config, mask, options, who } = context;
  checkShapes(shapesOf(inputs), who);
  const { useCausalMask: causal = false, returnAttentionScores = false } = options as ScoreOptions;
  const [query, value, key = value] = inputs;
  const [ofQuery = null, ofValue = null] = mask ?? [];
  const raw = score(query, key);
  const sources = { query: null, value: ofValue, key: null, attention: null, causal, window: null };
  const seen = attentionMask(sources, raw.shape, 1, who);
  const shares = softmax(seen === null ? raw : where(seen, raw, hidden(raw)));
  const draw = nextDraw(context);
  const scores = draw === null ? shares : dropOut(shares, draw, config.dropout, shares.shape);
  const mixed = matmul(scores, value);
  const output = ofQuery === null ? mixed : where(expandDims(ofQuery, { axis: -1 }), mixed, 0);
  // The type of what is returned follows from the options of the call, as `AttentionLayer` says.
  return (returnAttentionScores ? [output, scores] : output) as Tensor;
}

/** Keras takes 1e9 off: no digit is left of the score, but where a step sees nothing, the gradient still goes through. */
function hidden(scores: Tensor): Tensor {
  return add(scores, stopGradient(subtract(unseen, scores)));
}

/** Every step of the queries with every step of the keys: `[batch, steps, 1, size] + [batch, 1, steps, size]`. */
export function pairwiseSum(query: Tensor, key: Tensor): Tensor {
  return add(expandDims(query, { axis: -2 }), expandDims(key, { axis: -3 }));
}

/** Refuses inputs that cannot be compared. @throws ShapeError naming the layer. */
export function checkSizes(shapes: readonly Shape[], who: string): void {
  checkShapes(shapes, who);
  const [query = [], value = [], key = value] = shapes;
  if (query.at(-1) === key.at(-1)) return;
  throw new ShapeError({
    who,
    expected: 'a query with as many features as the key, or as the value where there is no key',
    got: shapes.map(formatShape).join(', '),
  });
}
