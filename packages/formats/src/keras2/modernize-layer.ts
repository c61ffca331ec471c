import type { WireRecord, WireValue } from '@myelin/core';

/** Keys that mean nothing while they have one of these values; `any` for those that never mean anything. */
type Meaningless = Readonly<Record<string, readonly WireValue[] | 'any'>>;

const ofRecurrence: Meaningless = { time_major: [false], implementation: 'any' };
const ofDepthwise: Meaningless = {
  groups: [1],
  kernel_initializer: 'any',
  kernel_regularizer: 'any',
  kernel_constraint: 'any',
};

/** By the class that has the key in files of Keras 2. */
const meaningless: Readonly<Record<string, Meaningless>> = {
  LSTM: ofRecurrence,
  GRU: ofRecurrence,
  SimpleRNN: ofRecurrence,
  RNN: ofRecurrence,
  LSTMCell: { implementation: 'any' },
  GRUCell: { implementation: 'any' },
  SimpleRNNCell: { implementation: 'any' },
  DepthwiseConv1D: ofDepthwise,
  DepthwiseConv2D: ofDepthwise,
  SeparableConv1D: ofDepthwise,
  SeparableConv2D: ofDepthwise,
  Conv1DTranspose: { groups: [1] },
  Conv2DTranspose: { groups: [1] },
  Conv3DTranspose: { groups: [1] },
  BatchNormalization: { fused: 'any', virtual_batch_size: [null], adjustment: [null] },
  MultiHeadAttention: {
    query_shape: 'any',
    key_shape: 'any',
    value_shape: 'any',
    softmax_robust_masking: 'any',
  },
  Embedding: { input_length: 'any' },
};

/** Options that have another name now. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  LeakyReLU: { alpha: 'negative_slope' },
  InputLayer: { batch_input_shape: 'batch_shape' },
  ThresholdedReLU: { theta: 'threshold' },
};

/** Classes that another class does the work of. */
const replaced: Readonly<Record<string, string>> = { ThresholdedReLU: 'ReLU' };

const initializers =
  /^((Glorot|He|Lecun|Random)(Normal|Uniform)|TruncatedNormal|VarianceScaling|Zeros|Ones|Constant|Orthogonal|Identity)$/;

/** One object of a configuration, what it holds done before. */
export function modernizeLayer(wire: WireRecord): WireRecord {
  const className = wire['class_name'] as string;
  const config = wire['config'];
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return wire;
  const entries = Object.entries(config as WireRecord)
    .filter(([key, value]) => !isMeaningless(className, key, value) && !isTypeOfInitializer(wire, key))
    .map(([key, value]): [string, WireValue] => [
      renamed[className]?.[key] ?? key,
      modernizeValue(className, key, value),
    ]);
  return { ...wire, class_name: replaced[className] ?? className, config: Object.fromEntries(entries) };
}

function isMeaningless(className: string, key: string, value: WireValue): boolean {
  const values = meaningless[className]?.[key];
  return values === 'any' || values?.includes(value) === true;
}

/** Initializers had a type of their own; a layer that is called like one has a name besides. */
function isTypeOfInitializer({ class_name: className, config }: WireRecord, key: string): boolean {
  return key === 'dtype' && initializers.test(className as string) && !('name' in (config as WireRecord));
}

function modernizeValue(className: string, key: string, value: WireValue): WireValue {
  if (className === 'BatchNormalization' && key === 'axis' && Array.isArray(value) && value.length === 1)
    return value[0] as WireValue;
  if (key === 'dtype') return modernizePolicy(value);
  return value;
}

/** `{ class_name: 'Policy' }` is a `DTypePolicy` today. */
function modernizePolicy(value: WireValue): WireValue {
  const policy = value as WireRecord | null;
  if (policy?.['class_name'] !== 'Policy') return value;
  return { ...policy, module: 'keras', class_name: 'DTypePolicy', registered_name: null };
}
