import {
  type AnyLayer,
  type AnyMask,
  type CallOptions,
  type DeserializeContext,
  FormatError,
  type GraphOperation,
  SymbolicTensor,
  type Tree,
  type WireRecord,
  type WireValue,
  isLayer,
  isRecord,
  snakeCase,
} from '@myelin/core';
import { functional } from '../functional.js';
import type { Model } from '../model.js';

interface Entry {
  readonly operation: GraphOperation & {
    apply?(operands: readonly unknown[], named: Readonly<Record<string, unknown>>): Tree<SymbolicTensor>;
  };
  /** Calls that are not made yet, in order. */
  readonly calls: readonly WireRecord[];
  /** Outputs of the calls that are made. */
  readonly outputs: (readonly SymbolicTensor[])[];
}

/** Rebuilds a graph from Keras' JSON: makes every operation, then every call whose inputs exist, until all are made. */
export function functionalFromConfig(config: WireRecord, context: DeserializeContext): Model {
  const entries = new Map<string, Entry>();
  for (const layer of records(config['layers'], 'layers')) {
    const operation = context.deserialize(layer) as Entry['operation'];
    const calls = records(layer['inbound_nodes'], 'inbound_nodes');
    const source = operation.inboundNodes[0];
    entries.set(layer['name'] as string, {
      operation,
      calls,
      outputs: calls.length === 0 && source !== undefined ? [source.outputs] : [],
    });
  }
  makeCalls(entries);
  return functional({
    inputs: ends(config['input_layers'], entries),
    outputs: ends(config['output_layers'], entries),
    name: config['name'] as string,
    trainable: config['trainable'] !== false,
  });
}

function makeCalls(entries: ReadonlyMap<string, Entry>): void {
  let waiting = [...entries.values()].filter(({ calls }) => calls.length > 0);
  while (waiting.length > 0) {
    let progress = false;
    for (const entry of waiting) {
      while (entry.outputs.length < entry.calls.length) {
        const call = entry.calls[entry.outputs.length] as WireRecord;
        if (!isReady(call, entries)) break;
        entry.outputs.push(makeCall(entry, call, entries));
        progress = true;
      }
    }
    waiting = waiting.filter(({ calls, outputs }) => outputs.length < calls.length);
    if (!progress && waiting.length > 0) {
      const names = waiting.map(({ operation }) => operation.name).join(', ');
      throw new FormatError({
        who: 'Functional',
        expected: 'calls whose inputs exist',
        got: `a graph where ${names} wait for ever`,
      });
    }
  }
}

function makeCall(
  { operation }: Entry,
  call: WireRecord,
  entries: ReadonlyMap<string, Entry>,
): readonly SymbolicTensor[] {
  const args = (call['args'] as readonly WireValue[]).map((value) => resolve(value, entries));
  if (isLayer(operation)) {
    const inputs =
      operation.inputNames === null ? args[0] : namedInputs(operation.inputNames, args, call, entries);
    const options = optionsOf(operation, call, entries);
    (operation as (x: never, options: CallOptions) => unknown)(inputs as never, options);
  } else if (operation.apply !== undefined) {
    const named = Object.entries(kwargsOf(call)).map(([name, value]) => [name, resolve(value, entries)]);
    operation.apply(args, Object.fromEntries(named) as Record<string, unknown>);
  }
  return operation.inboundNodes.at(-1)?.outputs ?? [];
}

/** Masks of the file take the place of those that the layers find; without any they are found anew. */
function optionsOf(
  { inputNames, callOptions }: Pick<AnyLayer, 'inputNames' | 'callOptions'>,
  call: WireRecord,
  entries: ReadonlyMap<string, Entry>,
): CallOptions {
  const kwargs = kwargsOf(call);
  const { training, initial_state: initialState = null } = kwargs;
  const masks = inputNames?.map((name) => kwargs[`${name}_mask`] ?? null) ?? [];
  const mask = masks.some((one) => one !== null) ? masks : (kwargs['mask'] ?? null);
  const own = callOptions
    .map((name): [string, WireValue] => [name, kwargs[snakeCase(name)] ?? null])
    .filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(own.map(([name, value]) => [name, resolve(value, entries)])),
    ...(typeof training === 'boolean' ? { training } : {}),
    ...(mask === null ? {} : { mask: resolve(mask, entries) as AnyMask }),
    ...(initialState === null
      ? {}
      : { initialState: resolve(initialState, entries) as Tree<SymbolicTensor> }),
  };
}

/** Inputs that Keras has names for: the first are arguments in order, others may stand under their names. */
function namedInputs(
  names: readonly string[],
  args: readonly unknown[],
  call: WireRecord,
  entries: ReadonlyMap<string, Entry>,
): readonly unknown[] {
  const kwargs = kwargsOf(call);
  const inputs = names.map((name, i) => args[i] ?? resolve(kwargs[snakeCase(name)] ?? null, entries));
  return inputs.filter((input) => input !== null);
}

function kwargsOf(call: WireRecord): Readonly<Record<string, WireValue>> {
  return isRecord(call['kwargs']) ? call['kwargs'] : {};
}

/** Where a symbolic tensor comes from: operation, number of the call, number of the output. */
type Place = readonly [string, number, number];

function placeOf(value: WireValue): Place | undefined {
  if (!isRecord(value) || value['class_name'] !== '__keras_tensor__') return undefined;
  return (value['config'] as { keras_history: Place }).keras_history;
}

function isReady(value: WireValue, entries: ReadonlyMap<string, Entry>): boolean {
  const place = placeOf(value);
  if (place !== undefined) return entries.get(place[0])?.outputs[place[1]] !== undefined;
  if (Array.isArray(value)) return value.every((entry: WireValue) => isReady(entry, entries));
  return !isRecord(value) || Object.values(value).every((entry) => isReady(entry, entries));
}

function resolve(value: WireValue, entries: ReadonlyMap<string, Entry>): unknown {
  const place = placeOf(value);
  if (place !== undefined) return find(place, entries);
  if (Array.isArray(value)) return value.map((entry: WireValue) => resolve(entry, entries));
  return isRecord(value) ? mapValues(value, (entry) => resolve(entry, entries)) : value;
}

function find([name, call, index]: Place, entries: ReadonlyMap<string, Entry>): SymbolicTensor {
  const entry = entries.get(name);
  const tensor = entry?.outputs[call]?.[index];
  if (tensor !== undefined) return tensor;
  throw new FormatError({
    who: 'Functional',
    expected: 'a tensor of the graph',
    got: JSON.stringify([name, call, index]),
  });
}

function ends(value: WireValue | undefined, entries: ReadonlyMap<string, Entry>): Tree<SymbolicTensor> {
  if (isRecord(value)) return mapValues(value, (entry) => ends(entry, entries));
  if (!Array.isArray(value)) {
    throw new FormatError({
      who: 'Functional',
      expected: 'lists or dictionaries of inputs and outputs',
      got: typeof value,
    });
  }
  const list = value as readonly WireValue[];
  if (list.length !== 3 || typeof list[0] !== 'string') return list.map((entry) => ends(entry, entries));
  const [name, call, index] = list as unknown as Place;
  // Keras counts the calls of nested functional models from 1 here, and only here.
  const nested = entries.get(name)?.operation.className === 'Functional' ? 1 : 0;
  return find([name, call - nested, index], entries);
}

function mapValues<T>(record: WireRecord, replace: (value: WireValue) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, replace(value)]));
}

function records(value: WireValue | undefined, key: string): readonly WireRecord[] {
  if (Array.isArray(value) && value.every(isRecord)) return value as readonly WireRecord[];
  throw new FormatError({ who: 'Functional', expected: `a list in "${key}"`, got: typeof value });
}
