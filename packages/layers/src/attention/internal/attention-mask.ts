import { ArgumentError, type MaskOf, NdArray, ShapeError, formatShape } from '@myelin/core';
import { absolute, expandDims, greaterEqual, less, logicalAnd, reshape, subtract, tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { AttentionInputs } from './attention-layer.js';

/** What may keep a step from seeing another. */
export interface MaskSources {
  /** `[batch, steps]` of the query: steps that do not count see nothing. */
  readonly query: Tensor | null;
  /** `[batch, steps]` of the value and of the key: steps that do not count are not seen. */
  readonly value: Tensor | null;
  readonly key: Tensor | null;
  /** What the caller says: `[..., steps of the query, steps of the key]`. */
  readonly attention: Tensor | null;
  /** Whether a step sees none after it. */
  readonly causal: boolean;
  /** A step sees those that are less than this away; null for all. */
  readonly window: number | null;
}

/** The mask of the output is that of the query. */
export function maskOfQuery(mask: MaskOf<AttentionInputs>): Tensor | null {
  return (mask as MaskOf<readonly Tensor[]>)[0] ?? null;
}

/**
 * All that hides steps, as one mask of as many axes as the scores; null where nothing is hidden.
 *
 * @param shape - of the scores.
 * @param attended - how many axes attend.
 */
export function attentionMask(
  sources: MaskSources,
  shape: readonly number[],
  attended: number,
  who: string,
): Tensor | null {
  const { query, value, key, attention, causal, window } = sources;
  const masks = [
    query && expandDims(query, { axis: -1 }),
    value && expandDims(value, { axis: -2 }),
    key && expandDims(key, { axis: -2 }),
    ...(causal || window !== null ? byDistance(shape, attended, causal, window, who) : []),
    attention,
  ];
  return masks
    .filter((mask) => mask !== null)
    .map((mask) => alongScores(mask, shape, attended, who))
    .reduce<Tensor | null>((all, mask) => (all === null ? mask : logicalAnd(all, mask)), null);
}

/** Masks `[steps of the query, steps of the key]` by where both stand. */
function byDistance(
  shape: readonly number[],
  attended: number,
  causal: boolean,
  window: number | null,
  who: string,
): Tensor[] {
  if (attended !== 1) {
    throw new ArgumentError({
      who,
      expected: 'one attention axis, since steps follow each other in a causal mask and a sliding window',
      got: `${attended} of them`,
    });
  }
  const [steps = 0, seen = 0] = shape.slice(-2);
  const [rows, columns] = [places([steps, 1]), places([1, seen])];
  return [
    ...(causal ? [greaterEqual(rows, columns)] : []),
    ...(window === null ? [] : [less(absolute(subtract(rows, columns)), window)]),
  ];
}

/** 0, 1, 2, ... along an axis. */
function places(shape: readonly number[]): Tensor {
  const numbers = Int32Array.from({ length: Math.max(...shape) }, (_, i) => i);
  return tensor(new NdArray(numbers, shape));
}

/** A mask with axes of size 1 where the scores have heads. */
function alongScores(mask: Tensor, scores: readonly number[], attended: number, who: string): Tensor {
  const split = mask.rank - 2 * attended;
  const missing = scores.length - mask.rank;
  const shape = [
    ...mask.shape.slice(0, split),
    ...Array.from({ length: Math.max(0, missing) }, () => 1),
    ...mask.shape.slice(Math.max(0, split)),
  ];
  if (split >= 0 && missing >= 0 && shape.every((size, axis) => size === 1 || size === scores[axis])) {
    return missing === 0 ? mask : reshape(mask, { newshape: shape });
  }
  throw new ShapeError({
    who,
    expected: `masks that fit scores of the shape ${formatShape(scores)}`,
    got: formatShape(mask.shape),
    hint: 'A mask of attention has the shape [batch, steps of the query, steps of the key].',
  });
}
