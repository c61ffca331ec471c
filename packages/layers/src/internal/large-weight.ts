import {
  type ArrayLike,
  type BuildContext,
  type Defaults,
  type Live,
  NdArray,
  type QuantizationMode,
  StateError,
  type Stored,
  type Variable,
  type WeightOptions,
  type WireRecord,
  dtypeToWire,
  quantizationOf,
  quantizedDType,
  serializeKerasObject,
} from '@myelin/core';
import { add } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { QuantizationConfig } from '../quantizers/quantization-config.js';
import {
  type AdaptableWeight,
  type LoraMethods,
  type LoraOptions,
  adaption,
  addAdaption,
  loraConfig,
  loraDefaults,
  loraMethods,
} from './lora.js';
import { type Layout, type Parts, dequantizeWeight, quantizeWeight } from './quantization/layout.js';
import {
  type Quantized,
  addParts,
  inputQuantizer,
  quantizationConfigOf,
  quantizedParts,
} from './quantization/quantization.js';

/** Options of the layers whose large weight can be adapted and quantized; used as those of kernels and biases are. */
export interface LargeWeightOptions extends LoraOptions {
  /** How the weight is quantized, where `dtype` says that it is. @defaultValue null, as `quantize` does by default */
  quantizationConfig?: QuantizationConfig | null;
}

export const largeWeightDefaults: Defaults<LargeWeightOptions> = {
  ...loraDefaults,
  quantizationConfig: null,
};

/** What layers can do whose large weight can be adapted and quantized. */
export interface LargeWeightMethods extends LoraMethods {
  /**
   * Makes whole numbers of the large weight, of eight bits or of four, so that its file is a quarter or an eighth as large.
   *
   * The layer computes with them from now on, and files hold them. It cannot train the weight any more; what was adapted
   * stays so, and can be trained, as can a weight that is adapted afterwards.
   *
   * @param mode - null is that of the configuration.
   * @throws StateError for a layer that has no weights yet, or is quantized; ArgumentError for a mode that is not offered.
   * @see Keras `Dense.quantize`
   */
  quantize(
    mode: QuantizationMode | null,
    options?: { readonly config?: QuantizationConfig | null },
  ): Promise<void>;
}

/** A weight in the state of a layer that can be adapted and quantized. */
export interface LargeWeight extends AdaptableWeight {
  quantized: Quantized | null;
  readonly layout: Layout;
}

type Maker = Pick<BuildContext<object, object, unknown>, 'who' | 'addWeight'>;

type ResolvedOptions = Pick<Required<LargeWeightOptions>, 'quantizationConfig'> & { readonly dtype: string };

/** A large weight that is to be made. */
interface WantedWeight {
  readonly name: string;
  readonly layout: Layout;
  /** How it is made, if it is to be floats. */
  readonly made: WeightOptions;
  /** The blocks that it shares with another. @defaultValue its own */
  readonly groups?: Variable | null;
}

/** Makes the large weight of a layer, quantized if the options say so. */
export function largeWeight(
  { name, layout, made, groups = null }: WantedWeight,
  { dtype, quantizationConfig: config }: ResolvedOptions,
  maker: Maker,
): LargeWeight {
  const { shape } = layout;
  const found = quantizationOf(dtype);
  if (found === null)
    return { value: maker.addWeight(name, shape, made), quantized: null, lora: null, shape, made, layout };
  const { mode } = found;
  const blockSize = config?.mode === 'int4' ? config.blockSize : found.blockSize;
  const { value, ...parts } = addParts({ name, layout, groups }, { mode, blockSize }, maker);
  const quantized = { mode, blockSize, ...parts, inputs: inputQuantizer(mode, config), dtype, config };
  return { value, quantized, lora: null, shape, made, layout };
}

/** What the methods work with. */
interface Changer<S> extends Maker {
  readonly config: { readonly dtype: string };
  readonly state: () => S | undefined;
  readonly removeWeight: (weight: Variable) => void;
}

/** The methods of a layer whose state holds such weights; the first of them is the one that is adapted. */
export function largeWeightMethods<S>(
  context: Changer<S>,
  weightsOf: (state: S) => readonly [LargeWeight, ...LargeWeight[]],
): LargeWeightMethods {
  const { who, state, config: layer, removeWeight } = context;
  return {
    ...loraMethods(context, (known: S) => weightsOf(known)[0]),
    async quantize(mode, { config: given = null } = {}) {
      const config = quantizationConfigOf(mode, given, who);
      const known = state();
      if (known === undefined)
        throw new StateError({ who, expected: 'a layer with weights', got: 'one that is not built' });
      const weights = weightsOf(known);
      const before = weights[0].quantized;
      if (before !== null) throw new StateError({ who, expected: 'a layer of floats', got: before.dtype });
      const arrays = await Promise.all(weights.map((weight) => quantizedParts(weight, config, who)));
      const dtype = quantizedDType(config, layer.dtype);
      const { mode: found, blockSize, activationQuantizer: inputs } = config;
      weights.forEach((weight, i) => {
        const { layout, value: floats } = weight;
        removeWeight(floats);
        const groups = weights[0].quantized?.groups ?? null;
        const wanted = { name: floats.name, layout, given: arrays[i] ?? {}, groups };
        const { value, ...parts } = addParts(wanted, config, context);
        weight.value = value;
        weight.quantized = { mode: found, blockSize, ...parts, inputs, dtype, config };
      });
    },
  };
}

/** The weight as floats, where it is not quantized. */
export function adapted({ value, lora }: Live<AdaptableWeight>): Tensor {
  return lora === null ? value : add(value, adaption(lora));
}

/** What files keep of it: the sum with its adaption, and what belongs to whole numbers. */
export function storedWeight(weight: LargeWeight): readonly [Stored, ...Stored[]] {
  const { value, lora, quantized } = weight;
  const { scale = null, zero = null, groups = null } = quantized ?? {};
  const rest = [scale, zero].filter((part) => part !== null);
  const last = groups === null ? [] : [groups];
  if (lora === null) return [value, ...rest, ...last];
  const sum = (variable: Variable, part: 'value' | 'scale' | 'zero'): Stored => ({
    path: variable.path,
    shape: variable.shape,
    read: async () => (await merged(weight))[part] as NdArray,
    assign(array: ArrayLike) {
      variable.assign(array);
      lora.b.reset();
    },
  });
  return [sum(value, 'value'), ...rest.map((part) => sum(part, part === scale ? 'scale' : 'zero')), ...last];
}

/** What files keep of it and of a bias, in Keras' order. */
export function storedWithBias(weight: LargeWeight, bias: Variable | null): readonly Stored[] {
  const [value, ...parts] = storedWeight(weight);
  return [value, ...(bias === null ? [] : [bias]), ...parts];
}

/** What files say of it. */
export function largeWeightConfig(config: WireRecord, weight: LargeWeight | undefined): WireRecord {
  const adaptable = { ...config, ...loraConfig(weight) };
  const quantized = weight?.quantized ?? null;
  if (quantized === null) return adaptable;
  return {
    ...adaptable,
    dtype: dtypeToWire(quantized.dtype),
    quantization_config: serializeKerasObject(quantized.config),
  };
}

/** The weight with its adaption, as files keep it. */
async function merged({ value, quantized, lora, layout }: LargeWeight): Promise<Partial<Parts<NdArray>>> {
  const read = await value.read();
  const add = (floats: Float32Array): Promise<Float32Array> =>
    lora === null ? Promise.resolve(floats) : addAdaption(floats, lora);
  if (quantized === null) return { value: new NdArray(await add(read.data as Float32Array), value.shape) };
  const { scale, zero } = quantized;
  const parts = { value: read, scale: await scale.read(), zero: zero && (await zero.read()) };
  const floats = dequantizeWeight(parts, layout, quantized);
  return quantizeWeight(await add(floats), layout, { ...quantized, rules: null });
}
