import type { AnyLayer, SymbolicTensor } from '@myelin/core';
import { type Sequential, type SequentialOptions, sequentialModel } from '../sequential-model.js';
import type { ValueCompileOptions } from '../training/compile-options.js';
import { resolveValues } from '../training/resolve-values.js';

/**
 * A model whose layers follow one another, as `sequential` of `@myelin/models` makes it, that knows no string ids:
 * optimizer, losses and metrics are given as values, and a bundle carries no others.
 *
 * @example
 * ```ts
 * const model = sequential([dense({ units: 1, inputShape: [2] })]);
 * model.compile({ optimizer: sgd(), loss: huber() });
 * model.compile({ optimizer: 'sgd' as never }); // throws ArgumentError
 * ```
 * @see Keras `keras.Sequential`
 */
export function sequential(
  parts: readonly (AnyLayer | SymbolicTensor)[] = [],
  options: SequentialOptions = {},
): Sequential<ValueCompileOptions> {
  return sequentialModel(parts, options, resolveValues);
}
