import { FormatError, type WireRecord, type WireValue } from '@myelin/core';

/** How a function of TensorFlow is an operation of Keras 3. */
interface Operation {
  readonly module: 'numpy' | 'nn' | 'math' | 'core';
  readonly className: string;
  /** Names of its operands in Keras 2, after the first. */
  readonly operands?: readonly string[];
  /** Names of its options in Keras 2, and now. */
  readonly options?: Readonly<Record<string, string>>;
}

const numpy = (className: string, more: Partial<Operation> = {}): Operation => ({
  module: 'numpy',
  className,
  ...more,
});
const nn = (className: string, more: Partial<Operation> = {}): Operation => ({
  module: 'nn',
  className,
  ...more,
});
const binary = { operands: ['y'] };
const reduction = { options: { axis: 'axis', keepdims: 'keepdims' } };

const operations: Readonly<Record<string, Operation>> = {
  '__operators__.add': numpy('Add', binary),
  'math.add': numpy('Add', binary),
  'math.subtract': numpy('Subtract', binary),
  'math.multiply': numpy('Multiply', binary),
  'math.truediv': numpy('Divide', binary),
  'math.divide': numpy('Divide', binary),
  'math.maximum': numpy('Maximum', binary),
  'math.minimum': numpy('Minimum', binary),
  'math.pow': numpy('Power', binary),
  'linalg.matmul': numpy('Matmul', { operands: ['b'] }),
  'math.negative': numpy('Negative'),
  'math.abs': numpy('Absolute'),
  'math.exp': numpy('Exp'),
  'math.log': numpy('Log'),
  'math.sqrt': numpy('Sqrt'),
  'math.square': numpy('Square'),
  'math.tanh': numpy('Tanh'),
  'math.sigmoid': nn('Sigmoid'),
  'math.reduce_mean': numpy('Mean', reduction),
  'math.reduce_sum': numpy('Sum', reduction),
  'math.reduce_max': numpy('Max', reduction),
  'math.reduce_min': numpy('Min', reduction),
  'nn.relu': nn('Relu'),
  'nn.sigmoid': nn('Sigmoid'),
  'nn.tanh': numpy('Tanh'),
  'nn.softmax': nn('Softmax', { options: { axis: 'axis' } }),
  reshape: numpy('Reshape', { options: { shape: 'newshape' } }),
  'compat.v1.transpose': numpy('Transpose', { options: { perm: 'axes' } }),
  transpose: numpy('Transpose', { options: { perm: 'axes' } }),
  concat: numpy('Concatenate', { options: { axis: 'axis' } }),
  expand_dims: numpy('ExpandDims', { options: { axis: 'axis' } }),
  'compat.v1.squeeze': numpy('Squeeze', { options: { axis: 'axis' } }),
};

/**
 * An operation between layers, which Keras 2 keeps by the name of its function, as Keras 3 keeps it.
 *
 * @throws FormatError for functions that are not known here.
 */
export function operationOf(layer: WireRecord): WireRecord {
  const { function: name } = layer['config'] as { readonly function: string };
  const operation = operations[name];
  if (operation === undefined) throw unknown(layer, `tf.${name}`, Object.keys(operations));
  const { module, className, operands = [], options = {} } = operation;
  const config: Record<string, WireValue> = { name: layer['name'] as string };
  const calls = (layer['inbound_nodes'] as readonly WireRecord[]).map(({ args, kwargs }) => {
    const given = kwargs as WireRecord;
    for (const [key, value] of Object.entries(given)) {
      if (operands.includes(key) || (key === 'name' && value === null)) continue;
      const option = options[key];
      if (option === undefined) throw unknown(layer, `${key} of tf.${name}`, Object.keys(options));
      config[option] = value;
    }
    return {
      args: [...(args as readonly WireValue[]), ...operands.map((key) => given[key] ?? null)],
      kwargs: {},
    };
  });
  return {
    module: `keras.src.ops.${module}`,
    class_name: className,
    config,
    registered_name: className,
    name: layer['name'] as string,
    inbound_nodes: calls,
  };
}

function unknown(layer: WireRecord, got: string, known: readonly string[]): FormatError {
  return new FormatError({
    who: `${layer['name'] as string}, an operation of a file of Keras 2`,
    expected: `one of ${known.join(', ')}`,
    got,
    hint: 'Open the file with Keras 2, rebuild the model without it, and save it again.',
  });
}
