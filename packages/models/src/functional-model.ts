import {
  ArgumentError,
  type Graph,
  SymbolicTensor,
  type Tree,
  type WireRecord,
  flatten,
  isLayer,
  traceGraph,
} from '@myelin/core';
import { functionalConfig } from './files/functional-config.js';
import { graphLayer } from './graph/graph-layer.js';
import { makeModel } from './make-model.js';
import type { Model } from './model.js';
import type { Resolver } from './training/resolver.js';

export interface FunctionalOptions {
  /** One input, a list, or a dictionary: data is then given by its keys. */
  readonly inputs: Tree<SymbolicTensor>;
  /** One output, a list, or a dictionary: labels are then given, and figures named, by its keys. */
  readonly outputs: Tree<SymbolicTensor>;
  readonly name?: string;
  readonly trainable?: boolean;
}

/** A functional model whose `compile` takes what `resolver` knows. */
export function functionalModel(options: FunctionalOptions, resolver: Resolver): Model {
  const inputs = leaves('inputs', options.inputs);
  const graph = traceGraph(inputs, leaves('outputs', options.outputs));
  checkGraph(graph);
  const { base, ...ports } = graphLayer(graph, options);
  return makeModel(
    base,
    {
      graph: { ...graph, inputs: options.inputs, outputs: options.outputs },
      ports: () => ports,
      layers: () => graph.operations.filter((operation) => isLayer(operation)),
      getConfig: (): WireRecord => functionalConfig(base, graph, options),
      getBuildConfig: () => ({ input_shape: null }),
    },
    resolver,
  );
}

function leaves(option: string, tree: Tree<SymbolicTensor>): SymbolicTensor[] {
  const found = flatten(tree);
  if (found.length > 0 && found.every((leaf) => SymbolicTensor.isSymbolic(leaf))) return found;
  throw new ArgumentError({
    who: 'functional',
    expected: `symbolic tensors in \`${option}\``,
    got: found.length === 0 ? 'none' : found.map((leaf) => typeof leaf).join(', '),
    hint: 'Start a graph with `input({ shape })` and call layers on it.',
  });
}

function checkGraph({ missing, operations }: Graph): void {
  const [lost] = missing;
  if (lost !== undefined) {
    throw new ArgumentError({
      who: 'functional',
      expected: 'outputs that come from the inputs alone',
      got: `a graph that also needs "${lost.origin?.node.operation.name ?? lost.name}"`,
      hint: 'Add that input to `inputs`.',
    });
  }
  const names = operations.map((operation) => operation.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new ArgumentError({
      who: 'functional',
      expected: 'layers of different names',
      got: `two called "${twice}"`,
    });
  }
}
