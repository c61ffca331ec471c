import { type FunctionalOptions, functionalModel } from '../functional-model.js';
import type { Model } from '../model.js';
import type { ValueCompileOptions } from '../training/compile-options.js';
import { resolveValues } from '../training/resolve-values.js';

/**
 * A model from a graph, as `functional` of `@myelin/models` makes it, that knows no string ids: optimizer, losses
 * and metrics are given as values, and a bundle carries no others.
 *
 * @example
 * ```ts
 * const x = input({ shape: [2] });
 * const model = functional({ inputs: x, outputs: dense({ units: 1 })(x) });
 * model.compile({ optimizer: sgd(), loss: huber() });
 * model.compile({ optimizer: 'sgd' as never }); // throws ArgumentError
 * ```
 * @throws ArgumentError when an output does not come from the inputs.
 * @see Keras `keras.Model`
 */
export function functional(options: FunctionalOptions): Model<ValueCompileOptions> {
  return functionalModel(options, resolveValues);
}
