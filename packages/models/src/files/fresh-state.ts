import type { NdArray } from '@myelin/core';

/**
 * Whether it is a learning rate, or a number of iterations that is 0 yet: all that there is of the optimizer of a model
 * that was compiled and never trained.
 */
export function isFresh(value: NdArray): boolean {
  return value.shape.length === 0 && (value.dtype !== 'int64' || Number(value.item()) === 0);
}
