import { type Graph, type SymbolicTensor, type Tree, flatten, mapTree } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Computes the outputs of a graph from its inputs, call by call. */
export function runGraph(
  graph: Graph,
  inputs: readonly SymbolicTensor[],
  outputs: Tree<SymbolicTensor>,
  values: readonly Tensor[],
): Tree<Tensor> {
  const found = new Map<unknown, unknown>(inputs.map((input, i) => [input, values[i]]));
  const fill = (tree: unknown): unknown => mapTree(tree, (leaf) => found.get(leaf) ?? leaf);
  for (const { operation, args, kwargs, outputs: results } of graph.nodes) {
    if (results.every((result) => found.has(result))) continue;
    const filled = Object.fromEntries(Object.entries(kwargs).map(([key, value]) => [key, fill(value)]));
    const computed = flatten(operation.replay(args.map(fill), filled));
    results.forEach((result, i) => found.set(result, computed[i]));
  }
  return mapTree(outputs, (output) => found.get(output) as Tensor);
}
