import { einsum, expandDims, multiply, reshape, softmax, where } from '@myelin/ops';
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
  /** Which steps of the values each step of the queries sees; null is all. */
  readonly mask: Tensor | null;
  readonly scale: number;
  /** Leaves some of the attention out. */
  readonly drop: (scores: Tensor) => Tensor;
}

/** Stands for minus infinity, as in Keras: a step that sees nothing sees all alike. */
const unseen = -1e9;

/**
 * Scaled dot-product attention of several heads: `softmax(scale · q · kᵀ) · v`.
 *
 * Returns the output, with the axes of the queries, and the scores `[batch, ..., heads, steps of the queries, steps of the
 * values]`.
 */
export function attend(
  { query, key, value }: Heads,
  { axes, mask, scale, drop }: AttendOptions,
): { readonly output: Tensor; readonly scores: Tensor } {
  const { queries, keys, scores: scored } = axisNames(query.rank, axes);
  const raw = einsum(`${queries},${keys}->${scored}`, multiply(query, scale), key);
  const visible = mask === null ? raw : where(withAxes(mask, raw.rank, axes.length), raw, unseen);
  const scores = softmaxOver(visible, axes.length);
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

/** New axes before those of the steps, such as that of the heads. */
function withAxes(mask: Tensor, rank: number, steps: number): Tensor {
  let wide = mask;
  while (wide.rank < rank) wide = expandDims(wide, { axis: -2 * steps - 1 });
  return wide;
}

/** A distribution over the last axes together. */
function softmaxOver(x: Tensor, count: number): Tensor {
  if (count === 1) return softmax(x);
  const flat = reshape(x, { newshape: [...x.shape.slice(0, x.rank - count), -1] });
  return reshape(softmax(flat), { newshape: x.shape });
}
