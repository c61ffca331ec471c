import type { Tensor } from '@tensorflow/tfjs-core';
import type { Resolvers } from './config.js';
import { defineConstants } from './define-object.js';
import type { HostLayer, HostLayerFactory, HostLayerSpec } from './host-layer.js';
import type { LayerConfig } from './layer.js';
import { layerClass } from './layer-class.js';
import { type AnyHostSpec, makeHostLayer } from './make-host-layer.js';

/**
 * Defines a layer that computes on the host, on arrays of strings or numbers: for what no backend has kernels for, such
 * as looking words up.
 *
 * Models run such layers at their front ahead of the compiled step, on each batch; nothing is learned by gradients in
 * them or before them. Called on arrays or tensors they compute at once.
 *
 * @example
 * ```ts
 * const wordCount = defineHostLayer({
 *   className: 'WordCount',
 *   module: null,
 *   registeredName: 'my>WordCount',
 *   defaults: {},
 *   inputDType: 'string',
 *   start: () => null,
 *   call: ([texts]) =>
 *     new NdArray(Int32Array.from([...texts.data].map((text) => String(text).split(' ').length)), texts.shape),
 *   outputSpec: ([{ shape }]) => ({ shape, dtype: 'int32' }),
 * });
 * wordCount()(['one', 'two words']).shape; // [2]
 * ```
 * @see Keras `keras.layers.Layer` with `_allow_non_tensor_positional_args`, such as `keras.layers.StringLookup`
 */
export function defineHostLayer<
  C extends Pick<LayerConfig, 'name'>,
  S,
  In = Tensor,
  R extends Resolvers<C> = object,
  M = unknown,
>(spec: HostLayerSpec<C, R, S, M>): HostLayerFactory<C, In, M> {
  const factory = layerClass<C, HostLayer<C, In, M>>(
    spec,
    (config) => makeHostLayer(spec as unknown as AnyHostSpec, config) as unknown as HostLayer<C, In, M>,
  );
  return defineConstants(factory, { runsOnHost: true as const });
}
