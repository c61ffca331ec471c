import type { AnyLayer, SymbolicTensor } from '@myelin/core';
import { type Sequential, type SequentialOptions, sequentialModel } from './sequential-model.js';
import { resolveIds } from './training/resolve-ids.js';

/**
 * A model whose layers follow one another.
 *
 * It has weights as soon as it knows the shape of its input: from `input({ shape })` in the first place, from
 * `inputShape` of the first layer, or from the first data.
 *
 * @example
 * ```ts
 * const model = sequential([dense({ units: 5, activation: 'relu', inputShape: [8] }), dense({ units: 1 })]);
 * model.countParams(); // 51
 * ```
 * @see Keras `keras.Sequential`
 */
export function sequential(
  parts: readonly (AnyLayer | SymbolicTensor)[] = [],
  options: SequentialOptions = {},
): Sequential {
  return sequentialModel(parts, options, resolveIds);
}
