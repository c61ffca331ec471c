import {
  type AnyLayer,
  type Graph,
  type GraphOperation,
  type Node,
  SymbolicTensor,
  type Tree,
  type WireRecord,
  type WireValue,
  isDictionary,
  isLayer,
  isSerializable,
  mapTree,
  serializeKerasObject,
  snakeCase,
} from '@myelin/core';

interface Ends {
  readonly inputs: Tree<SymbolicTensor>;
  readonly outputs: Tree<SymbolicTensor>;
}

/**
 * Keras' JSON of a graph: every operation with the calls that belong to the graph, and where inputs and outputs are.
 *
 * @see Keras `keras.src.models.functional.Functional.get_config`
 */
export function functionalConfig(
  model: Pick<AnyLayer, 'name' | 'trainable'>,
  graph: Graph,
  ends: Ends,
): WireRecord {
  const inGraph = new Set<Node>(graph.nodes);
  const nodesOf = (operation: GraphOperation): Node[] =>
    operation.inboundNodes.filter((node) => inGraph.has(node));
  const place = (tensor: SymbolicTensor): [string, number, number] => {
    const { node, index } = tensor.origin as { node: Node; index: number };
    return [node.operation.name, nodesOf(node.operation).indexOf(node), index];
  };
  // Keras gives a nested functional model a node of its own first; only these two lists count it.
  const endPlace = (tensor: SymbolicTensor): WireValue => {
    const [name, node, index] = place(tensor);
    return [name, tensor.origin?.node.operation.className === 'Functional' ? node + 1 : node, index];
  };
  const argument = (value: unknown): WireValue => {
    if (SymbolicTensor.isSymbolic(value)) {
      const config = { shape: value.shape, dtype: value.dtype, keras_history: place(value) };
      return { class_name: '__keras_tensor__', config };
    }
    if (Array.isArray(value)) return value.map(argument);
    if (!isDictionary(value) || isSerializable(value)) return serializeKerasObject(value);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, argument(entry)]));
  };
  const call = (node: Node): WireRecord => {
    const { args, kwargs } = asKerasCalls(node);
    return {
      args: args.map(argument),
      kwargs: Object.fromEntries(
        Object.entries(kwargs).map(([key, value]) => [snakeCase(key), argument(value)]),
      ),
    };
  };
  return {
    name: model.name,
    trainable: model.trainable,
    layers: graph.operations.map((operation) => ({
      ...(serializeKerasObject(operation) as WireRecord),
      name: operation.name,
      inbound_nodes: nodesOf(operation)
        .filter((node) => node.inputs.length > 0)
        .map(call),
    })),
    input_layers: mapTree(ends.inputs, endPlace),
    output_layers: mapTree(ends.outputs, endPlace),
  };
}

/** A call with its inputs and their masks apart, where Keras has names for them. */
function asKerasCalls({ operation, args, kwargs }: Node): Pick<Node, 'args' | 'kwargs'> {
  const names = isLayer(operation) ? operation.inputNames : null;
  if (names === null) return { args, kwargs };
  const { mask = [], ...rest } = kwargs;
  const masks = (mask as readonly unknown[]).map((one, i): [string, unknown] => [`${names[i]}Mask`, one]);
  return { args: args[0] as readonly unknown[], kwargs: { ...rest, ...Object.fromEntries(masks) } };
}
