import type { Tensor } from '@tensorflow/tfjs-core';
import { SymbolicTensor } from './symbolic.js';
import { flatten, type Tree } from './tree.js';

/** A layer or an operation of `ops` that can stand in a graph. */
export interface GraphOperation {
  readonly name: string;
  readonly className: string;
  /** Every call on symbolic tensors, in order; a shared layer has several. */
  readonly inboundNodes: Node[];
  /** Runs one call again, with tensors in the place of the symbolic ones. */
  replay(args: readonly unknown[], kwargs: Readonly<Record<string, unknown>>): Tree<Tensor>;
}

/** One call of an operation on symbolic tensors. */
export class Node {
  readonly operation: GraphOperation;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly inputs: readonly SymbolicTensor[];
  readonly outputs: readonly SymbolicTensor[];

  constructor(
    operation: GraphOperation,
    args: readonly unknown[],
    kwargs: Readonly<Record<string, unknown>>,
    outputs: Tree<SymbolicTensor>,
  ) {
    this.operation = operation;
    this.args = args;
    this.kwargs = kwargs;
    this.inputs = flatten<unknown>([...args, ...Object.values(kwargs)]).filter((leaf) =>
      SymbolicTensor.isSymbolic(leaf),
    );
    this.outputs = flatten(outputs);
    this.outputs.forEach((output, index) => {
      output.setOrigin(this, index);
    });
    operation.inboundNodes.push(this);
  }
}

/** The calls between `inputs` and `outputs`, and the operations in the order of Keras. */
export interface Graph {
  /** In an order in which they can run. */
  readonly nodes: readonly Node[];
  /** By depth (longest distance to an output, farthest first), then as met from the outputs. */
  readonly operations: readonly GraphOperation[];
  /** Symbolic tensors that the outputs need and the inputs do not give. */
  readonly missing: readonly SymbolicTensor[];
}

/**
 * Finds the graph between inputs and outputs.
 *
 * The order of the operations is that of Keras, since the groups in its files and the slots of its optimizers
 * follow it: depth first from the outputs, inputs from left to right, numbering an operation when first met;
 * then sorted by depth, descending, and by that number.
 *
 * @see Keras `keras.src.ops.function.map_graph`
 */
export function traceGraph(inputs: readonly SymbolicTensor[], outputs: readonly SymbolicTensor[]): Graph {
  const given = new Set(inputs);
  const finished: Node[] = [];
  const seen = new Set<Node>();
  const numbers = new Map<GraphOperation, number>();
  const missing: SymbolicTensor[] = [];

  const visit = (tensor: SymbolicTensor): void => {
    const node = tensor.origin?.node;
    if (node === undefined) {
      if (!given.has(tensor)) missing.push(tensor);
      return;
    }
    if (seen.has(node)) return;
    seen.add(node);
    if (!numbers.has(node.operation)) numbers.set(node.operation, numbers.size);
    if (!given.has(tensor)) {
      if (node.inputs.length === 0) missing.push(tensor);
      node.inputs.forEach(visit);
    }
    finished.push(node);
  };
  outputs.forEach(visit);

  const nodeDepths = new Map<Node, number>();
  const depths = new Map<GraphOperation, number>();
  for (const node of finished.toReversed()) {
    const depth = Math.max(nodeDepths.get(node) ?? 0, depths.get(node.operation) ?? 0);
    depths.set(node.operation, depth);
    nodeDepths.set(node, depth);
    for (const input of given.has(node.outputs[0] as SymbolicTensor) ? [] : node.inputs) {
      const before = input.origin?.node;
      if (before !== undefined) nodeDepths.set(before, Math.max(nodeDepths.get(before) ?? 0, depth + 1));
    }
  }
  for (const input of inputs) {
    const node = input.origin?.node;
    if (node === undefined || numbers.has(node.operation)) continue;
    numbers.set(node.operation, -1);
    depths.set(node.operation, 0);
    finished.unshift(node);
  }
  const operations = [...numbers.keys()].sort(
    (a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0) || (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0),
  );
  return { nodes: finished, operations, missing };
}
