import { type Complete, type Resolvers, completeConfig, fromWire } from './config.js';
import { defineConstants } from './define-object.js';
import { ArgumentError } from './errors.js';
import type { Layer, LayerConfig, LayerFactory } from './layer.js';
import type { LayerSpec } from './layer-spec.js';
import { type AnySpec, makeLayer } from './make-layer.js';
import { autoName } from './names.js';
import type { DeserializeContext, WireRecord } from './wire.js';

/**
 * Defines a layer: its options, weights and computation, in one place.
 *
 * Layers are functions. Called on tensors they compute; called on symbolic tensors they extend the graph of a
 * model. What is defined here saves, loads, trains and compiles like the built-in layers. A custom layer has
 * `module: null` and a `registeredName`.
 *
 * @see Keras `keras.layers.Layer`
 */
export function defineLayer<C extends LayerConfig, S, In, Out, R extends Resolvers<C> = object>(
  spec: LayerSpec<C, R, S, In, Out>,
): LayerFactory<C, In, Out> {
  const { className, module = 'keras.layers', registeredName = null } = spec;
  const options = ['name', 'trainable', 'dtype', ...(spec.required ?? []), ...Object.keys(spec.defaults)];
  const base = Object.fromEntries(options.map((option) => [option, undefined]));
  const make = (given: C): Layer<C, In, Out> => {
    const defaults = {
      ...base,
      inputShape: undefined,
      name: undefined,
      trainable: true,
      dtype: 'float32',
      ...spec.defaults,
    };
    const complete = completeConfig<C>({ ...spec, className }, defaults, given);
    const name = given.name ?? autoName(spec.countedAs ?? className);
    if (name === '' || name.includes('/')) {
      throw new ArgumentError({ who: className, expected: 'a name without "/"', got: JSON.stringify(name) });
    }
    const config = Object.freeze({ ...complete, name }) as unknown as Complete<LayerConfig>;
    return makeLayer(spec as unknown as AnySpec, config) as unknown as Layer<C, In, Out>;
  };
  const fromConfig = (wire: WireRecord, context: DeserializeContext): Layer<C, In, Out> =>
    make(fromWire(spec, wire, options, context) as C);
  return defineConstants((config?: C) => make(config ?? ({} as C)), {
    className,
    module,
    registeredName,
    fromConfig,
  });
}
