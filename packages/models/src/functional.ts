import {
  ArgumentError,
  type Graph,
  type LayerConfig,
  type LayerFactory,
  SymbolicTensor,
  type Tree,
  type WireRecord,
  defineLayer,
  flatten,
  isLayer,
  mapTree,
  traceGraph,
  withMasks,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { functionalConfig } from './files/functional-config.js';
import { runGraph } from './graph/run-graph.js';
import { makeModel } from './make-model.js';
import type { Model } from './model.js';

export interface FunctionalOptions {
  readonly inputs: Tree<SymbolicTensor>;
  readonly outputs: Tree<SymbolicTensor>;
  readonly name?: string;
  readonly trainable?: boolean;
}

/**
 * A model from a graph: everything between `inputs` and `outputs`.
 *
 * Layers may branch, join and be shared; models may stand in models.
 *
 * @example
 * ```ts
 * const x = input({ shape: [3] });
 * const model = functional({ inputs: x, outputs: dense({ units: 2 })(x) });
 * model.countParams(); // 8
 * ```
 * @throws ArgumentError when an output does not come from the inputs.
 * @see Keras `keras.Model`
 */
export function functional(options: FunctionalOptions): Model {
  const inputs = leaves('inputs', options.inputs);
  const graph = traceGraph(inputs, leaves('outputs', options.outputs));
  checkGraph(graph);
  const layers = graph.operations.filter((operation) => isLayer(operation));
  const make: LayerFactory<LayerConfig, Tree<Tensor>, Tree<Tensor>> = defineLayer({
    className: 'Functional',
    module: 'keras.src.models.functional',
    registeredName: 'Functional',
    defaults: {},
    build: () => ({ layers }),
    takesMask: true,
    call: (x, { mask }) => runGraph(graph, inputs, options.outputs, flatten(withMasks(x, mask))),
  });
  const { name, trainable } = options;
  const base = make({
    ...(name === undefined ? {} : { name }),
    ...(trainable === undefined ? {} : { trainable }),
  });
  base.build(mapTree(options.inputs, (tensor) => tensor.shape as unknown) as never);
  return makeModel(base, {
    graph: { ...graph, inputs: options.inputs, outputs: options.outputs },
    layers: () => layers,
    getConfig: (): WireRecord => functionalConfig(base, graph, options),
    getBuildConfig: () => ({ input_shape: null }),
  });
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
