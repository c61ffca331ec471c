import { type Tensor, fill, tensor as makeTensor } from '@tensorflow/tfjs-core';
import { isEvaluatingAbstractly } from './abstract.js';
import { type Complete, resolveConfig } from './config.js';
import { defineConstants } from './define-object.js';
import { type TensorDType, type TypedArray, tensorDType } from './dtype.js';
import { ArgumentError, StateError, TraceError } from './errors.js';
import { Node } from './graph.js';
import {
  type HostContext,
  type HostLayerSpec,
  type HostParts,
  type HostSpec,
  hostParts,
} from './host-layer.js';
import { isTensor } from './is-tensor.js';
import { type AnyLayer, type LayerConfig, layerBrand } from './layer.js';
import { layerToWire } from './layer-class.js';
import { type LayerParts, layerParts } from './layer-parts.js';
import { findSublayers } from './layer-state.js';
import { type ArrayLike, NdArray } from './nd-array.js';
import type { Shape } from './shape.js';
import { isShape } from './shape-tree.js';
import { SymbolicTensor } from './symbolic.js';
import { flatten } from './tree.js';

/** Any spec, with the types that only matter to its author taken away. */
export type AnyHostSpec = HostLayerSpec<LayerConfig, object, unknown, object>;

type HostInput = Tensor | SymbolicTensor | ArrayLike;

/** A layer that computes on the host: a function, with what layers have as properties. */
export function makeHostLayer(spec: AnyHostSpec, config: Complete<LayerConfig>): AnyLayer {
  const { className, module = 'keras.layers', registeredName = null } = spec;
  const { keepsNoShape = false, takesList = false } = spec;
  const { name } = config;
  const who = `${name} (${className})`;
  const resolved = resolveConfig<LayerConfig, object>(config, spec.resolve ?? {}, who);
  const state = spec.start({ config: resolved, who });
  const context: HostContext<LayerConfig, object, unknown> = { config: resolved, state, who };
  const inboundNodes: Node[] = [];
  let { trainable } = config;
  let builtFor: unknown;

  const specOf = (inputs: readonly HostSpec[]): { shape: Shape; dtype: TensorDType } => {
    const { shape, dtype } = spec.outputSpec(inputs, context);
    return { shape, dtype: tensorDType(dtype) };
  };

  const run = (inputs: readonly NdArray[]): NdArray => {
    builtFor ??= oneOrAll(inputs.map(({ shape }) => shape));
    return spec.call(inputs, context);
  };

  const extend = (
    inputs: HostInput | readonly HostInput[],
    tensors: readonly SymbolicTensor[],
  ): SymbolicTensor => {
    builtFor ??= oneOrAll(tensors.map(({ shape }) => shape));
    const { shape, dtype } = specOf(tensors);
    const output = new SymbolicTensor(shape, dtype);
    new Node(layer, [inputs], {}, output);
    return output;
  };

  const apply = (inputs: HostInput | readonly HostInput[]): Tensor | SymbolicTensor => {
    const list = takesList ? (inputs as readonly HostInput[]) : [inputs as HostInput];
    if (!Array.isArray(list))
      throw new ArgumentError({ who, expected: 'a list of inputs', got: 'a single one' });
    const symbolic = list.filter((leaf) => SymbolicTensor.isSymbolic(leaf));
    if (symbolic.length === 0) return compute(list as readonly (Tensor | ArrayLike)[]);
    if (symbolic.length === list.length) return extend(inputs, symbolic);
    throw new ArgumentError({ who, expected: 'only symbolic tensors, or only arrays', got: 'both' });
  };

  const compute = (inputs: readonly (Tensor | ArrayLike)[]): Tensor => {
    if (!isEvaluatingAbstractly()) return toTensor(run(inputs.map((input) => readArray(input, who))));
    const specs = inputs as readonly Tensor[];
    const { shape, dtype } = specOf(specs as readonly HostSpec[]);
    // What depends on values differs between two batch sizes, so that it is found to be unknown.
    return fill(
      shape.map((size) => size ?? specs[0]?.shape[0] ?? 1),
      dtype === 'string' ? '' : 0,
      dtype,
    );
  };

  const parts: HostParts = {
    inputDType: spec.inputDType,
    run,
    save: () => spec.save?.(context) ?? {},
    load: (files) => {
      spec.load?.(files, context);
    },
  };

  const layer: AnyLayer = defineConstants(apply, {
    name,
    className,
    countedAs: className,
    module,
    registeredName,
    config,
    inboundNodes,
    inputNames: null,
    callOptions: [],
    [layerBrand]: true,
    [hostParts]: parts,
    [layerParts]: {
      state: () => state,
      context: () => {
        throw new StateError({ who, expected: 'a layer that computes in steps', got: 'one of the host' });
      },
    } satisfies LayerParts,
    get built() {
      return builtFor !== undefined;
    },
    get trainable() {
      return trainable;
    },
    set trainable(value: boolean) {
      trainable = value;
    },
    variables: [],
    stored: [],
    weights: [],
    trainableWeights: [],
    nonTrainableWeights: [],
    sublayers: findSublayers(state),
    get inputShape() {
      return builtFor;
    },
    build: (shape: unknown) => {
      builtFor ??= shape;
    },
    computeOutputShape: (shape: unknown) =>
      specOf(shapeList(shape).map((one) => ({ shape: one, dtype: spec.inputDType }))).shape,
    supportsMasking: false,
    computeMask: () => null,
    getConfig: () => {
      const written = layerToWire(spec, { name, trainable }, resolved);
      return spec.writeConfig?.(written, context) ?? written;
    },
    getBuildConfig: () => {
      if (keepsNoShape) return {};
      return builtFor === undefined ? null : { input_shape: builtFor as Shape };
    },
    replay: ([inputs]: readonly unknown[]) => compute(flatten(inputs) as readonly Tensor[]),
    countParams: () => 0,
    getWeights: () => Promise.resolve([]),
    setWeights: (values: readonly ArrayLike[]) => {
      if (values.length === 0) return;
      throw new ArgumentError({ who, expected: 'no arrays of weights', got: String(values.length) });
    },
  } as unknown as AnyLayer);
  const methods = spec.methods?.(context);
  return methods === undefined ? layer : defineConstants(layer, methods);
}

function oneOrAll<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length === 1 ? list[0] : list;
}

function shapeList(shape: unknown): readonly Shape[] {
  return isShape(shape) ? [shape] : (shape as readonly Shape[]);
}

/** The values of a tensor or an array; plain numbers keep all their digits. */
function readArray(input: Tensor | ArrayLike, who: string): NdArray {
  if (!isTensor(input)) return NdArray.exact(input);
  try {
    return new NdArray(input.dataSync() as Float32Array | string[], input.shape, input.dtype as TensorDType);
  } catch (cause) {
    if (!(cause instanceof TraceError)) throw cause;
    throw new TraceError({
      who,
      expected: 'inputs on the host',
      got: 'one that the compiled step computes',
      hint: 'Put it at the front of a sequential or functional model, or call it on the data before.',
      cause,
    });
  }
}

function toTensor({ data, shape, dtype }: NdArray): Tensor {
  return makeTensor(
    data as Exclude<TypedArray, BigInt64Array | Float64Array>,
    [...shape],
    tensorDType(dtype),
  );
}
