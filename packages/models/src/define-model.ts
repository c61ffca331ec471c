import type { LayerConfig, Resolvers } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type ModelFactory, type ModelSpec, modelClass } from './model-class.js';
import { resolveIds } from './training/resolve-ids.js';

/**
 * Defines a model: its options, layers, computation and, where it learns in its own way, its steps.
 *
 * `build` makes the layers and returns them by name; `call` uses them. For what `sequential` and `functional` cannot say:
 * loops and branches, several models that learn from each other, losses that are no function of outputs and labels.
 * Such a model trains, compiles, saves and loads like any other; `loadModel` finds it in `customObjects`. The names of the
 * layers in `build`, and those of the class, are what files know them by. Metrics among what `build` returns are for its
 * steps to update; they start anew with every epoch.
 *
 * @example
 * ```ts
 * import type { LayerConfig } from '@myelin/core';
 * import type { ModelFactory } from '@myelin/models';
 * interface TwiceConfig extends LayerConfig { units?: number }
 * const twice: ModelFactory<TwiceConfig> = defineModel({
 *   className: 'Twice',
 *   defaults: { units: 1 },
 *   build: ({ config }) => ({ inner: dense({ units: config.units, kernelInitializer: 'ones' }) }),
 *   call: (x, { state }) => multiply(state.inner(x), 2),
 * });
 * twice()(tensor([[1, 2]])); // [[6]]
 * ```
 * @see Keras `keras.Model`, subclassed
 */
export function defineModel<
  C extends LayerConfig,
  S,
  In = Tensor,
  Out = Tensor,
  R extends Resolvers<C> = object,
>(spec: ModelSpec<C, R, S, In, Out>): ModelFactory<C> {
  return modelClass(spec, resolveIds);
}
