import { einsum, multiply, reshape, softmax, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Queries, keys and values of all heads: `[batch, ..., heads, size]`. */
export interface Heads {
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
}

export interface AttendOptions {
  /** The axes of the steps. */
  readonly axes: readonly number[];
  /** Which steps of the values each step of the queries sees, for scores of this shape; null is all. */
  readonly mask: (shape: readonly number[]) => Tensor | null;
  /** Whether a step that sees nothing takes nothing, and not of all alike. */
  readonly mayTakeNothing: boolean;
  readonly scale: number;
  /** Leaves some of the attention out. */
  readonly drop: (scores: Tensor) => Tensor;
}

/** Stands for minus infinity, as in Keras: where a step sees nothing, all scores are alike. */
const unseen = -1e9;

/**
 * Scaled dot-product attention of several heads: `softmax(scale · q · kᵀ) · v`.
 *
 * Returns the output, with the axes of the queries, and the scores `[batch, ..., heads, steps of the queries, steps of the
 * values]`.
 */
export function attend(
  { query, key, value }: Heads,
  { axes, mask, mayTakeNothing, scale, drop }: AttendOptions,
): { readonly output: Tensor; readonly scores: Tensor } {
  const { queries, keys, scores: scored } = axisNames(query.rank, axes);
  const raw = einsum(`${queries},${keys}->${scored}`, multiply(query, scale), key);
  const seen = mask(raw.shape);
  const visible = seen === null ? raw : where(seen, raw, unseen);
  const shares = softmaxOver(visible, axes.length);
  const scores = seen !== null && mayTakeNothing ? where(seen, shares, 0) : shares;
  return { output: einsum(`${scored},${keys}->${queries}`, drop(scores), value), scores };
}

/** Letters for the axes; the steps of keys and values have their own. */
function axisNames(
  rank: number,
  axes: readonly number[],
): { readonly queries: string; readonly keys: string; readonly scores: string } {
  const all = Array.from({ length: rank }, (_, i) => i);
  const query = all.map((i) => String.fromCharCode('a'.charCodeAt(0) + i));
  const key = all.map((i) => (axes.includes(i) ? query[i]?.toUpperCase() : query[i]) ?? '');
  const pick = (letters: readonly string[]): string[] => axes.map((axis) => letters[axis] ?? '');
  const batch = query.slice(0, -1).filter((_, i) => !axes.includes(i));
  return {
    queries: query.join(''),
    keys: key.join(''),
    scores: [...batch, ...pick(query), ...pick(key)].join(''),
  };
}

/** A distribution over the last axes together. */
function softmaxOver(x: Tensor, count: number): Tensor {
  if (count === 1) return softmax(x);
  const flat = reshape(x, { newshape: [...x.shape.slice(0, x.rank - count), -1] });
  return reshape(softmax(flat), { newshape: x.shape });
}
