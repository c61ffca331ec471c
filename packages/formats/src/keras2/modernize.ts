import { type WireRecord, type WireValue, isRecord } from '@myelin/core';
import { isKeras2Graph, modernizeGraph } from './modernize-graph.js';
import { modernizeLayer } from './modernize-layer.js';

/**
 * The configuration of a model or layer of Keras 2 as Keras 3 would write it; one of Keras 3 stays as it is.
 *
 * Only what means the same is rewritten: names of options, keys that say nothing, graphs, operations between layers. What
 * does not is left, to be refused by the class that it belongs to.
 *
 * @example
 * ```ts
 * modernize({ class_name: 'LeakyReLU', config: { alpha: 0.1 } }).config; // { negative_slope: 0.1 }
 * ```
 */
export function modernize<Wire extends WireValue>(wire: Wire): Wire {
  return rewritten(wire) as Wire;
}

function rewritten(value: WireValue): WireValue {
  if (Array.isArray(value)) return (value as readonly WireValue[]).map(rewritten);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const record = Object.fromEntries(entries.map(([key, entry]) => [key, rewritten(entry)]));
  return typeof record['class_name'] === 'string' ? modernizeObject(record) : record;
}

function modernizeObject(wire: WireRecord): WireRecord {
  const object = modernizeLayer(inPublicModule(wire));
  switch (object['class_name']) {
    case 'Sequential':
      return { ...object, config: modernizeSequential(object['config'] ?? null) };
    case 'Functional': {
      const config = object['config'] as WireRecord;
      return isKeras2Graph(config) ? { ...object, config: modernizeGraph(config) } : object;
    }
    default:
      return object;
  }
}

/** `tf_keras.src.engine.functional` and the like are where models of `keras` came from. */
function inPublicModule(wire: WireRecord): WireRecord {
  const className = wire['class_name'] === 'Model' ? 'Functional' : wire['class_name'];
  if (className !== 'Functional' && className !== 'Sequential') return wire;
  return { ...wire, class_name: className, module: 'keras' };
}

/** A list of layers was all there was at first; the first of them knew the shape of the input. */
function modernizeSequential(given: WireValue): WireRecord {
  const config = Array.isArray(given) ? { name: 'sequential', layers: given } : (given as WireRecord);
  const layers = Array.isArray(config['layers']) ? (config['layers'] as readonly WireRecord[]) : [];
  const [first] = layers;
  const { batch_input_shape: batchShape, dtype = 'float32' } = (first?.['config'] ?? {}) as WireRecord;
  const input =
    first?.['class_name'] === 'InputLayer' || batchShape === undefined
      ? []
      : [inputOf(batchShape, typeof dtype === 'string' ? dtype : 'float32')];
  return { ...config, layers: [...input, ...layers.map(withoutShape)] };
}

function inputOf(batchShape: WireValue, dtype: string): WireRecord {
  return {
    module: 'keras.layers',
    class_name: 'InputLayer',
    config: { batch_shape: batchShape, dtype },
    registered_name: null,
  };
}

function withoutShape(layer: WireRecord): WireRecord {
  const { batch_input_shape: _, ...config } = layer['config'] as WireRecord;
  return { ...layer, config };
}
