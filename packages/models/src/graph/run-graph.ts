import {
  ArgumentError,
  type Graph,
  type Node,
  type SymbolicTensor,
  type Tree,
  flatten,
  isLayer,
  mapTree,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Computes the outputs of a graph from its inputs, call by call; null stands for an optional input that was not given. */
export function runGraph(
  graph: Graph,
  inputs: readonly SymbolicTensor[],
  outputs: Tree<SymbolicTensor>,
  values: readonly (Tensor | null)[],
): Tree<Tensor> {
  const found = new Map<unknown, unknown>(inputs.map((input, i) => [input, values[i]]));
  const fill = (tree: unknown): unknown =>
    mapTree(tree, (leaf) => (found.has(leaf) ? found.get(leaf) : leaf));
  for (const node of graph.nodes) {
    const { operation, args, kwargs, outputs: results } = node;
    if (results.every((result) => found.has(result))) continue;
    checkGiven(node, found);
    const filled = Object.fromEntries(Object.entries(kwargs).map(([key, value]) => [key, fill(value)]));
    const computed = flatten(operation.replay(args.map(fill), filled));
    results.forEach((result, i) => found.set(result, computed[i]));
  }
  return mapTree(outputs, (output) => found.get(output) as Tensor);
}

/** Layers say themselves what they can do without; operations need all. */
function checkGiven({ operation, inputs }: Node, found: ReadonlyMap<unknown, unknown>): void {
  if (isLayer(operation)) return;
  const missing = inputs.find((input) => found.get(input) === null);
  if (missing === undefined) return;
  throw new ArgumentError({
    who: operation.name,
    expected: 'tensors',
    got: `null for the optional input "${missing.name}"`,
    hint: 'Let a layer that `takesNull` stand between.',
  });
}
