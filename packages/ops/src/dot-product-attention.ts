import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import { type Tensor, add, mul, reshape, softmax, where } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { einsum } from './einsum.js';
import { greaterEqual } from './greater-equal.js';
import { indices } from './indices.js';
import { logicalAnd } from './logical-and.js';
import { toFloat } from './promote.js';

export interface DotProductAttentionOptions<M extends Operand = Operand> {
  /** Added to the scores; broadcast to `[batch, heads, targets, sources]`. @defaultValue nothing */
  readonly bias?: M | null;
  /** Which sources a target sees; a bool that is broadcast like the bias. @defaultValue all */
  readonly mask?: M | null;
  /** What scores are multiplied by. @defaultValue 1 / √size */
  readonly scale?: number | null;
  /** Whether a target sees no source behind it. @defaultValue false */
  readonly isCausal?: boolean;
  /** There is none here. @defaultValue null */
  readonly flashAttention?: false | null;
  /** There is none here. @defaultValue null */
  readonly attnLogitsSoftCap?: null;
}

/**
 * Attention of several heads: `y = softmax(scale · q · kᵀ + bias) · v`.
 *
 * `query [batch, targets, heads, size]`, `key` and `value [batch, sources, keyHeads, size]` →
 * `[batch, targets, heads, size]`. Fewer heads of keys are shared by groups of heads. A target that sees nothing gets the
 * mean of all values, as in Keras.
 *
 * @example
 * ```ts
 * const one = ones([1, 2, 1, 3]);
 * dotProductAttention(one, one, one, { isCausal: true }); // [[[[1, 1, 1]], [[1, 1, 1]]]]
 * ```
 * @throws ShapeError when there are not four axes, or the heads do not divide into groups.
 * @throws ArgumentError when flash attention or a soft cap is asked for.
 * @see Keras `keras.ops.dot_product_attention`; Vaswani et al., 2017, arXiv 1706.03762; Ainslie et al., 2023,
 *   arXiv 2305.13245.
 */
export const dotProductAttention: (<X extends Operand, M extends Operand = X>(
  query: X,
  key: X,
  value: X,
  options?: DotProductAttentionOptions<M>,
) => Result<X | M>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'DotProductAttention',
  module: 'nn',
  operands: 3,
  optionalOperands: ['bias', 'mask', 'scale'],
  options: ['isCausal', 'flashAttention', 'attnLogitsSoftCap'],
  call(query: Tensor, key: Tensor, value: Tensor, options: DotProductAttentionOptions<Tensor>) {
    expectOffered(options);
    if (query.rank !== 4 || key.rank !== 4 || value.rank !== 4) throw wrongShapes(query, key);
    const { bias = null, scale } = options;
    const [batch = 0, targets = 0, heads = 0, size = 0] = query.shape;
    const [, sources = 0, keyHeads = 0] = key.shape;
    if (heads % keyHeads !== 0) throw wrongShapes(query, key);
    // Heads that share a key are a group.
    const groups = heads / keyHeads;
    const queries = reshape(toFloat(query), [batch, targets, keyHeads, groups, size]);
    const products = einsum('btkgh,bskh->bkgts', queries, toFloat(key));
    const scores = mul(reshape(products, [batch, heads, targets, sources]), scale ?? 1 / Math.sqrt(size));
    const weights = softmax(hideUnseen(bias === null ? scores : add(scores, bias), options));
    const shares = reshape(weights, [batch, keyHeads, groups, targets, sources]);
    const y = einsum('bkgts,bskh->btkgh', shares, toFloat(value));
    return reshape(y, [batch, targets, heads, -1]);
  },
});

function expectOffered({
  flashAttention,
  attnLogitsSoftCap,
}: {
  flashAttention?: boolean | null;
  attnLogitsSoftCap?: unknown;
}): void {
  if (flashAttention !== true && (attnLogitsSoftCap ?? null) === null) return;
  throw new ArgumentError({
    who: 'dotProductAttention',
    expected: 'plain attention',
    got: flashAttention === true ? 'flash attention' : 'a soft cap of the scores',
  });
}

function wrongShapes(query: Tensor, key: Tensor): ShapeError {
  return new ShapeError({
    who: 'dotProductAttention',
    expected: 'four axes, and heads of queries that are a multiple of those of keys',
    got: `${formatShape(query.shape)} and ${formatShape(key.shape)}`,
  });
}

/** Scores of what a target does not see are very low. */
function hideUnseen(
  scores: Tensor,
  { mask = null, isCausal = false }: DotProductAttentionOptions<Tensor>,
): Tensor {
  const [, , targets = 0, sources = 0] = scores.shape;
  const causal = isCausal
    ? greaterEqual(reshape(indices(targets), [targets, 1]), reshape(indices(sources), [1, sources]))
    : null;
  const seen = mask === null || causal === null ? (mask ?? causal) : logicalAnd(mask, causal);
  if (seen === null) return scores;
  return where(seen, scores, unseen);
}

/** Far below all scores; Keras takes -2.4e38, but the largest of a row is -1e20 at least on WebGL. */
const unseen = -1e19;
