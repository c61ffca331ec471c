import { type WireRecord, type WireValue, isRecord } from '@myelin/core';
import { operationOf } from './operations.js';

/** Names of the layers of a graph, and which of them are graphs: their calls count from 1. */
type Nested = ReadonlyMap<string, boolean>;

/** Whether the calls of a graph are lists, as Keras 2 wrote them. */
export function isKeras2Graph({ layers }: WireRecord): boolean {
  return (
    Array.isArray(layers) &&
    (layers as readonly WireRecord[]).some((layer) => {
      const calls = layer['inbound_nodes'];
      return Array.isArray(calls) && Array.isArray(calls[0]);
    })
  );
}

/** A graph with calls as Keras 3 writes them: arguments, and options by name. */
export function modernizeGraph(config: WireRecord): WireRecord {
  const layers = config['layers'] as readonly WireRecord[];
  const nested: Nested = new Map(
    layers.map((layer) => [
      layer['name'] as string,
      ['Functional', 'Sequential'].includes(layer['class_name'] as string),
    ]),
  );
  return {
    ...config,
    layers: layers.map((layer) => {
      const calls = (layer['inbound_nodes'] as readonly WireValue[]).map((call) => callOf(call, nested));
      const { batch_input_shape: _, ...own } = layer['config'] as WireRecord;
      const modern = { ...layer, config: own, inbound_nodes: calls };
      return layer['class_name'] === 'TFOpLambda' ? operationOf(modern) : modern;
    }),
  };
}

/** One tensor with its options, or a list of such. */
function callOf(call: WireValue, nested: Nested): WireRecord {
  const parts = call as readonly WireValue[];
  const isSingle = typeof parts[0] === 'string';
  const tensors = (isSingle ? [parts] : parts) as readonly (readonly WireValue[])[];
  const operands = tensors.map(([name, at, index]) =>
    name === '_CONSTANT_VALUE'
      ? (index as WireValue)
      : tensorAt([name as string, at as number, index as number], nested),
  );
  const kwargs = isRecord(tensors[0]?.[3]) ? tensors[0][3] : {};
  return {
    args: [operands.length === 1 ? (operands[0] as WireValue) : operands],
    kwargs: Object.fromEntries(
      Object.entries(kwargs).map(([key, value]) => [key, argumentOf(value, nested)]),
    ),
  };
}

/** Tensors among the options are places, too. */
function argumentOf(value: WireValue, nested: Nested): WireValue {
  if (!Array.isArray(value)) return value;
  const [name, at, index] = value as readonly WireValue[];
  const isPlace =
    value.length >= 3 &&
    typeof name === 'string' &&
    nested.has(name) &&
    Number.isInteger(at) &&
    Number.isInteger(index);
  if (isPlace) return tensorAt([name, at as number, index as number], nested);
  return (value as readonly WireValue[]).map((entry) => argumentOf(entry, nested));
}

function tensorAt([name, at, index]: readonly [string, number, number], nested: Nested): WireRecord {
  const call = nested.get(name) === true ? at - 1 : at;
  return { class_name: '__keras_tensor__', config: { keras_history: [name, call, index] } };
}
