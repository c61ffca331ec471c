import { type FunctionalOptions, functionalModel } from './functional-model.js';
import type { Model } from './model.js';
import { resolveIds } from './training/resolve-ids.js';

/**
 * A model from a graph: everything between `inputs` and `outputs`.
 *
 * Layers may branch, join and be shared; models may stand in models. With several inputs or outputs, data, losses
 * and metrics are given as lists or as dictionaries; where `inputs` or `outputs` is a dictionary, its keys count.
 *
 * @example
 * ```ts
 * const x = input({ shape: [3] });
 * const model = functional({ inputs: x, outputs: dense({ units: 2 })(x) });
 * model.countParams(); // 8
 * ```
 * @throws ArgumentError when an output does not come from the inputs.
 * @see Keras `keras.Model`
 */
export function functional(options: FunctionalOptions): Model {
  return functionalModel(options, resolveIds);
}
