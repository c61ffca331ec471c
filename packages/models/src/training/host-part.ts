import {
  type AnyLayer,
  ArgumentError,
  type GraphOperation,
  type NdArray,
  type Node,
  StateError,
  type SymbolicTensor,
  type Tree,
  flatten,
  hostOf,
  isLayer,
  mapTree,
  traceGraph,
} from '@myelin/core';
import { type GraphLayer, graphLayer } from '../graph/graph-layer.js';
import type { Model } from '../model.js';
import { type Ports, nameOf } from '../ports.js';
import { numericArray } from './check-array.js';

/** Computes a part of a model as a program. */
export type RunProgram = (
  part: GraphLayer,
  inputs: readonly (NdArray | null)[],
) => Promise<readonly NdArray[]>;

/** The front of a model that runs on the host ahead of each step, and what comes after it. */
export interface HostPart {
  /** The layers on the host, and models that hold some, in the order in which they run. */
  readonly layers: readonly AnyLayer[];
  /** What the compiled step computes; null where all outputs come from the host. */
  readonly rest: GraphLayer | null;
  /** What `rest` takes, or where there is none the outputs. */
  run(inputs: readonly (NdArray | null)[], program: RunProgram): Promise<(NdArray | null)[]>;
  /** @throws StateError when something before or in it has weights that training would not change. */
  checkTrainable(who: string): void;
}

/** The part of a model that must run on the host; undefined where nothing must. */
export function hostPartOf(name: string, inputs: Ports, outputs: Ports): HostPart | undefined {
  const graph = traceGraph(inputs.tensors, outputs.tensors);
  const front = frontOf(graph.nodes);
  if (front.onHost.length === 0) return undefined;
  const given = new Set<SymbolicTensor>(inputs.tensors);
  const isFront = (tensor: SymbolicTensor): boolean =>
    given.has(tensor) || front.all.has(tensor.origin?.node as Node);
  const later = graph.nodes.filter(
    (node) => !front.all.has(node) && !given.has(node.outputs[0] as SymbolicTensor),
  );
  const cut = [...new Set([...later.flatMap((node) => node.inputs), ...outputs.tensors])].filter(isFront);
  const allOnHost = outputs.tensors.every(isFront);
  const ends = allOnHost ? outputs.tensors : cut;
  const [onlyEnd] = ends as [SymbolicTensor];
  const rest = allOnHost
    ? null
    : part(
        name,
        ends.length === 1 ? onlyEnd : ends,
        mapTree(outputs.tree, (i) => outputs.tensors[i] as SymbolicTensor),
      );
  const before = beforeOf(front, given, name);
  const learners = [...front.all].flatMap(({ operation }) =>
    isLayer(operation) && operation.trainableWeights.length > 0 ? [operation] : [],
  );
  return {
    layers: [...new Set(front.onHost.map(({ operation }) => operation as AnyLayer))],
    rest,
    async run(arrays, program) {
      const found: Found = new Map(inputs.tensors.map((tensor, i) => [tensor, arrays[i] ?? null]));
      if (before !== null) await before(found, program);
      for (const node of front.onHost) await runNode(node, found);
      const values = ends.map((tensor) => found.get(tensor) ?? null);
      if (rest === null) return values;
      const what = (i: number): string =>
        given.has(ends[i] as SymbolicTensor)
          ? nameOf('x', inputs, inputs.tensors.indexOf(ends[i] as SymbolicTensor))
          : `from "${rest.inputs.layers[i] ?? ''}"`;
      return values.map((value, i) => (value === null ? null : numericArray(value, what(i), name)));
    },
    checkTrainable(who) {
      const [learner] = learners;
      if (learner === undefined) return;
      throw new StateError({
        who,
        expected: 'no weights to train before or in what runs on the host',
        got: `those of "${learner.name}"`,
        hint: 'Freeze it by `trainable = false`, or put the layers for strings themselves into the model.',
      });
    },
  };
}

/** The arrays of the tensors that are there already; null for an optional input that was not given. */
type Found = Map<unknown, NdArray | null>;

interface Front {
  readonly onHost: readonly Node[];
  /** The same, and those that they need. */
  readonly all: ReadonlySet<Node>;
}

function frontOf(nodes: readonly Node[]): Front {
  const onHost = nodes.filter(({ operation }) => mustRunOnHost(operation));
  const all = new Set(onHost);
  for (const node of nodes.toReversed()) {
    if (!all.has(node)) continue;
    for (const { origin } of node.inputs) {
      if (origin !== undefined && origin.node.inputs.length > 0) all.add(origin.node);
    }
  }
  return { onHost, all };
}

function mustRunOnHost(operation: GraphOperation): boolean {
  if (!isLayer(operation)) return false;
  if (hostOf(operation) !== undefined) return true;
  return [...operation.sublayers.values()].flat().some(mustRunOnHost);
}

function part(name: string, inputs: Tree<SymbolicTensor>, outputs: Tree<SymbolicTensor>): GraphLayer {
  return graphLayer(traceGraph(flatten(inputs), flatten(outputs)), { name, inputs, outputs });
}

/** Computes what layers on the host take from layers that compute elsewhere. */
function beforeOf(
  { onHost, all }: Front,
  given: ReadonlySet<SymbolicTensor>,
  name: string,
): ((found: Found, program: RunProgram) => Promise<void>) | null {
  const host = new Set(onHost);
  const needed = [...new Set(onHost.flatMap((node) => node.inputs))].filter(
    (tensor) => !given.has(tensor) && !host.has(tensor.origin?.node as Node),
  );
  if (needed.length === 0) return null;
  const between = [...all].filter((node) => !host.has(node));
  const starts = [...new Set(between.flatMap((node) => node.inputs))].filter((tensor) => {
    const { node } = tensor.origin ?? {};
    if (node !== undefined && host.has(node)) throw notAtFront(node.operation as AnyLayer, name);
    return given.has(tensor);
  });
  const computed = part(name, starts, needed);
  return async (found, program) => {
    const inputs = starts.map((tensor, i) => {
      const value = found.get(tensor) ?? null;
      return value === null ? null : numericArray(value, nameOf('x', computed.inputs, i), name);
    });
    const values = await program(computed, inputs);
    needed.forEach((tensor, i) => found.set(tensor, values[i] as NdArray));
  };
}

async function runNode({ operation, args, inputs, outputs }: Node, found: Found): Promise<void> {
  const host = hostOf(operation as AnyLayer);
  if (host !== undefined) {
    const [output] = outputs;
    found.set(output, host.run(inputs.map((input) => givenFor(operation, input, found))));
    return;
  }
  if (!('predictOnBatch' in operation)) {
    throw new ArgumentError({
      who: operation.name,
      expected: 'layers that run on the host in sequential and functional models only',
      got: `one in a ${operation.className}`,
    });
  }
  const filled = mapTree(args[0] as Tree<SymbolicTensor>, (tensor) => found.get(tensor) ?? null);
  const values = await (operation as unknown as Model).predictOnBatch<Tree<NdArray>>(filled);
  flatten(values).forEach((value, i) => found.set(outputs[i], value));
}

function givenFor({ name }: GraphOperation, input: SymbolicTensor, found: Found): NdArray {
  const array = found.get(input) ?? null;
  if (array !== null) return array;
  throw new ArgumentError({
    who: name,
    expected: 'an input',
    got: `null for the optional input "${input.name}"`,
    hint: 'Layers that compute on the host need all of theirs.',
  });
}

function notAtFront({ name }: AnyLayer, who: string): ArgumentError {
  return new ArgumentError({
    who,
    expected: 'layers on the host at the front of the model',
    got: `"${name}", whose output comes back to one of them through other layers`,
    hint: 'Make the values before the model, or keep them on the host.',
  });
}
