import {
  type Shape,
  type SymbolicTensor,
  type Tree,
  flatten,
  isDictionary,
  isLayer,
  mapTree,
} from '@myelin/core';

/** Where tensors go into a model or come out of it, in the order of Keras. */
export interface Ports {
  readonly kind: 'input' | 'output';
  /** The numbers of the ports, arranged as the user arranged the tensors. */
  readonly tree: Tree<number>;
  /** What errors and losses call them: the key in a dictionary, else the name of the layer; paths where trees are deep. */
  readonly labels: readonly string[];
  /** The names of their layers. */
  readonly layers: readonly string[];
  readonly shapes: readonly Shape[];
  /** Whether null may come from the user in the place of a tensor. */
  readonly optional: readonly boolean[];
  /** The tensors of the graph themselves. */
  readonly tensors: readonly SymbolicTensor[];
}

/** The ports at the ends of a graph. */
export function portsOf(kind: Ports['kind'], ends: Tree<SymbolicTensor>): Ports {
  const leaves = flatten(ends);
  const layers = leaves.map((leaf) => leaf.origin?.node.operation.name ?? leaf.name);
  let next = 0;
  const tree = mapTree(ends, () => next++);
  const labels: string[] = [];
  const name = (branch: Tree<number>, path: readonly string[], inList: boolean): void => {
    if (typeof branch === 'number') {
      const layer = layers[branch] ?? '';
      labels[branch] = [
        ...(inList ? path.slice(0, -1) : path),
        ...(inList || path.length === 0 ? [layer] : []),
      ].join('/');
    } else {
      const list = !isDictionary(branch);
      for (const [key, child] of Object.entries(branch)) name(child, [...path, key], list);
    }
  };
  name(tree, [], false);
  return {
    kind,
    tree,
    labels,
    layers,
    shapes: leaves.map(({ shape }) => shape),
    optional: leaves.map(isOptional),
    tensors: leaves,
  };
}

function isOptional({ origin }: SymbolicTensor): boolean {
  const operation = origin?.node.operation;
  return isLayer(operation) && operation.className === 'InputLayer' && operation.config['optional'] === true;
}

/** Whether the ports stand in one list or dictionary, or are a single one. */
export function isFlat({ tree }: Ports): boolean {
  return typeof tree === 'number' || Object.values(tree).every((child) => typeof child === 'number');
}

/** What comes from the ports or goes into them, arranged as the user arranged the tensors. */
export function arrange<T>(ports: Ports | undefined, values: readonly T[]): Tree<T> {
  if (ports === undefined) return values.length === 1 ? (values[0] as T) : values;
  return mapTree<number, T>(ports.tree, (port) => values[port] as T);
}

/** How errors name the array of one port: `` `y` `` where it is the only one, `` `y` of the output "kind" `` else. */
export function nameOf(argument: string, ports: Ports | undefined, port: number): string {
  return ports === undefined || ports.labels.length === 1
    ? `\`${argument}\``
    : `\`${argument}\` of the ${ports.kind} "${ports.labels[port] ?? ''}"`;
}
