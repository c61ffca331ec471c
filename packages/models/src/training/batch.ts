import { ArgumentError, type NdArray, ShapeError, formatShape } from '@myelin/core';
import { type Ports, nameOf } from '../ports.js';

/** What one step computes with, by inputs and outputs: arrays of the host, or tensors. */
export interface Batch<T = NdArray> {
  /** Null for an optional input that was not given. */
  readonly x: readonly (T | null)[];
  /** Labels; null for an output that needs none. */
  readonly y: readonly (T | null)[];
  /** Weights of the examples; null where all count alike. */
  readonly sampleWeight: readonly (T | null)[];
}

/** Which arrays a batch has: numbers of the places of {@link toArrays}, null where there is none. */
export type BatchLayout = Batch<number>;

/** Every array of a batch in a row: inputs, labels, weights. */
export function toArrays(batch: Batch): NdArray[] {
  return [...batch.x, ...batch.y, ...batch.sampleWeight].filter((array) => array !== null);
}

export function layoutOf({ x, y, sampleWeight }: Batch): BatchLayout {
  let next = 0;
  const place = (array: NdArray | null): number | null => (array === null ? null : next++);
  return { x: x.map(place), y: y.map(place), sampleWeight: sampleWeight.map(place) };
}

/** The batch behind a row of tensors. */
export function fromRow<T>({ x, y, sampleWeight }: BatchLayout, row: readonly T[]): Batch<T> {
  const pick = (place: number | null): T | null => (place === null ? null : (row[place] as T));
  return { x: x.map(pick), y: y.map(pick), sampleWeight: sampleWeight.map(pick) };
}

/** Replaces every array. */
export function mapBatch({ x, y, sampleWeight }: Batch, replace: (array: NdArray) => NdArray): Batch {
  const each = (array: NdArray | null): NdArray | null => (array === null ? null : replace(array));
  return { x: x.map(each), y: y.map(each), sampleWeight: sampleWeight.map(each) };
}

/** How many examples there are: the rows of the first input that was given. */
export function rowsOf({ x }: Pick<Batch<{ readonly shape: readonly number[] }>, 'x'>): number {
  return x.find((array) => array !== null)?.shape[0] ?? 0;
}

/** Checks that all arrays have as many examples, and at least one. */
export function checkLengths(
  batch: Batch,
  { inputs, outputs }: { readonly inputs: Ports | undefined; readonly outputs: Ports | undefined },
  who: string,
): void {
  const named = [
    ...batch.x.map((array, i) => [nameOf('x', inputs, i), array] as const),
    ...batch.y.map((array, i) => [nameOf('y', outputs, i), array] as const),
    ...batch.sampleWeight.map((array, i) => [nameOf('sampleWeight', outputs, i), array] as const),
  ];
  const size = rowsOf(batch);
  if (size === 0) throw new ArgumentError({ who, expected: 'at least one example', got: 'empty data' });
  for (const [what, array] of named) {
    if (array === null || array.shape[0] === size) continue;
    throw new ShapeError({
      who,
      expected: `${size} examples in ${what}, as many as in ${named.find(([, one]) => one !== null)?.[0] ?? ''}`,
      got: formatShape(array.shape),
    });
  }
}
