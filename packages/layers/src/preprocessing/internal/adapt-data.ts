import { ArgumentError, type ArrayLike, NdArray, isTensor } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** A batch to learn from: an array, a tensor, or what data sets yield, of which `x` counts. */
type AdaptBatch = ArrayLike | Tensor | { readonly x: ArrayLike | Tensor };

/** What `adapt` learns from: one array or tensor of all examples, or batches, also asynchronous ones. */
export type AdaptData = ArrayLike | Tensor | Iterable<AdaptBatch> | AsyncIterable<AdaptBatch>;

export interface AdaptOptions {
  /** How many batches are read. @defaultValue all */
  readonly steps?: number;
}

/** Visits the data: all at once, or batch by batch. */
export async function eachBatch(
  data: AdaptData,
  { steps = Infinity }: AdaptOptions,
  who: string,
  visit: (batch: NdArray, isWhole: boolean) => void,
): Promise<void> {
  if (isArray(data)) {
    visit(toHost(data), true);
    return;
  }
  let read = 0;
  const next = (batch: AdaptBatch): boolean => {
    if (read === steps) return false;
    read++;
    visit(toHost(isArray(batch) ? batch : batch.x), false);
    return true;
  };
  if (Symbol.iterator in data) {
    for (const batch of data) if (!next(batch)) break;
  } else {
    for await (const batch of data) if (!next(batch)) break;
  }
  if (read === 0) {
    throw new ArgumentError({ who, expected: '`adapt` to be given at least one batch', got: 'none' });
  }
}

/** Whether it is one array: lists of arrays and of tensors are batches. */
function isArray(data: AdaptData | AdaptBatch): data is ArrayLike | Tensor {
  if (!Array.isArray(data)) {
    return NdArray.isNdArray(data) || ArrayBuffer.isView(data) || isTensor(data) || typeof data !== 'object';
  }
  let leaf: unknown = data;
  while (Array.isArray(leaf)) leaf = leaf[0];
  return typeof leaf !== 'object';
}

function toHost(data: ArrayLike | Tensor): NdArray {
  return isTensor(data)
    ? new NdArray(data.dataSync() as Float32Array | string[], data.shape)
    : NdArray.exact(data);
}
