import type { LayerConfig, Resolvers } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type ModelFactory, type ModelSpec, modelClass } from '../model-class.js';
import type { ValueCompileOptions } from '../training/compile-options.js';
import { resolveValues } from '../training/resolve-values.js';

/**
 * A class of models, as `defineModel` of `@myelin/models` defines it, that know no string ids: optimizer, losses and metrics
 * are given as values, and a bundle carries no others.
 *
 * @example
 * ```ts
 * import type { Tensor } from '@tensorflow/tfjs-core';
 * const line = defineModel({
 *   className: 'Line',
 *   defaults: {},
 *   build: () => ({ inner: dense({ units: 1, kernelInitializer: 'ones' }) }),
 *   call: (x: Tensor, { state }) => state.inner(x),
 * });
 * const model = line();
 * model.compile({ optimizer: sgd(), loss: huber() });
 * model.compile({ optimizer: 'sgd' as never }); // throws ArgumentError
 * ```
 * @see Keras `keras.Model`, subclassed
 */
export function defineModel<
  C extends LayerConfig,
  S,
  In = Tensor,
  Out = Tensor,
  R extends Resolvers<C> = object,
>(spec: ModelSpec<C, R, S, In, Out>): ModelFactory<C, ValueCompileOptions> {
  return modelClass(spec, resolveValues);
}
