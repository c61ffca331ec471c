import {
  type Graph,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  type SymbolicTensor,
  type Tree,
  defineLayer,
  flatten,
  isLayer,
  mapTree,
  withMasks,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { orderInputs } from '../order-inputs.js';
import { type Ports, portsOf } from '../ports.js';
import { runGraph } from './run-graph.js';

/** A graph from inputs to outputs as one layer. */
export interface GraphLayer {
  readonly base: Layer<LayerConfig, Tree<Tensor>, Tree<Tensor>>;
  readonly inputs: Ports;
  readonly outputs: Ports;
}

/** What a layer of a graph is made of. */
export interface GraphLayerOptions extends Pick<LayerConfig, 'name' | 'trainable'> {
  readonly inputs: Tree<SymbolicTensor>;
  readonly outputs: Tree<SymbolicTensor>;
}

/** A layer that computes the outputs of a graph, whose inputs may stand anywhere in it. */
export function graphLayer(graph: Graph, { inputs, outputs, ...options }: GraphLayerOptions): GraphLayer {
  const ports = { inputs: portsOf('input', inputs), outputs: portsOf('output', outputs) };
  const order = (x: Tree<Tensor>, who: string): (Tensor | null)[] =>
    orderInputs<Tensor>(x, ports.inputs, { who, what: 'the inputs' });
  const layers = graph.operations.filter((operation) => isLayer(operation));
  const make: LayerFactory<LayerConfig, Tree<Tensor>, Tree<Tensor>> = defineLayer({
    className: 'Functional',
    module: 'keras.src.models.functional',
    registeredName: 'Functional',
    defaults: {},
    build: () => ({ layers }),
    takesMask: true,
    takesNull: true,
    call: (x, { mask, who }) => runGraph(graph, flatten(inputs), outputs, order(withMasks(x, mask), who)),
  });
  const base = make(options);
  base.build(mapTree(inputs, (tensor) => tensor.shape as unknown) as never);
  return { base, ...ports };
}
