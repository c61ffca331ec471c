import type { Resolvers } from './config.js';
import type { Layer, LayerConfig, LayerFactory } from './layer.js';
import { layerClass } from './layer-class.js';
import type { LayerSpec } from './layer-spec.js';
import { type AnySpec, makeLayer } from './make-layer.js';

/**
 * Defines a layer: its options, weights and computation, in one place.
 *
 * Layers are functions. Called on tensors they compute; called on symbolic tensors they extend the graph of a
 * model. What is defined here saves, loads, trains and compiles like the built-in layers. A custom layer has
 * `module: null` and a `registeredName`.
 *
 * @see Keras `keras.layers.Layer`
 */
export function defineLayer<C extends LayerConfig, S, In, Out, R extends Resolvers<C> = object, M = unknown>(
  spec: LayerSpec<C, R, S, In, Out, M>,
): LayerFactory<C, In, Out, M> {
  return layerClass<C, Layer<C, In, Out> & M>(
    spec,
    (config) => makeLayer(spec as unknown as AnySpec, config) as unknown as Layer<C, In, Out> & M,
  );
}
