import { NdArray } from '@myelin/core';
import { cast, expandDims, logicalAnd, tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What says which steps see which. */
export interface AttentionMasks {
  /** Of query, value and key, `[batch, steps]`. */
  readonly masks: readonly (Tensor | null)[] | null;
  /** `[batch, steps of the query, steps of the value]`, or with axes for the heads between. */
  readonly attentionMask: Tensor | null;
  /** Numbers of steps of query and value. */
  readonly steps: readonly [number, number];
  readonly causal: boolean;
  /** How far a step sees; null is everything. */
  readonly window: number | null;
}

/**
 * Which steps of the value each step of the query sees, `[batch or 1, steps of the query, steps of the value]`; null is all.
 *
 * A step is seen where all masks agree.
 */
export function combineMasks({ masks, attentionMask, steps, causal, window }: AttentionMasks): Tensor | null {
  const [query = null, value = null, key = null] = masks ?? [];
  const parts = [
    attentionMask === null ? null : cast(attentionMask, { dtype: 'bool' }),
    query === null ? null : expandDims(query, { axis: -1 }),
    value === null ? null : expandDims(value, { axis: -2 }),
    key === null ? null : expandDims(key, { axis: -2 }),
    causal ? band(steps, (i, j) => j <= i) : null,
    window === null ? null : band(steps, (i, j) => Math.abs(i - j) < window),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.reduce((both, part) => logicalAnd(both, part));
}

/** What is seen because of where it stands. */
function band(
  [rows, columns]: readonly [number, number],
  sees: (row: number, column: number) => boolean,
): Tensor {
  const seen = Uint8Array.from({ length: rows * columns }, (_, i) =>
    Number(sees(Math.floor(i / columns), i % columns)),
  );
  return tensor(new NdArray(seen, [1, rows, columns]), 'bool');
}
