import type { Tensor } from '@tensorflow/tfjs-core';
import type { DType } from './dtype.js';
import type { QuantizedDType } from './dtype-policy.js';
import type { GraphOperation } from './graph.js';
import type { AnyMask, MaskOf } from './mask.js';
import type { ArrayLike, NdArray } from './nd-array.js';
import type { Shape } from './shape.js';
import type { ShapeOf, Symbolic, SymbolicTensor } from './symbolic.js';
import type { Tree } from './tree.js';
import type { Variable, WeightPenalty, WeightProjection } from './variable.js';
import type { Deserializable, Serializable } from './wire.js';

/** Options that every layer has. */
export interface LayerConfig {
  /** @defaultValue the class in snake case, counted: `dense`, `dense_1` */
  name?: string;
  /** Whether training changes the weights. @defaultValue true */
  trainable?: boolean;
  /**
   * Type of the weights and the arithmetic. Layers that can be quantized take `int8_from_float32`, `int4/-1_from_float32`,
   * or `int4/` and the size of its blocks, too; theirs are to be loaded.
   *
   * @defaultValue 'float32'
   */
  dtype?: 'float32' | QuantizedDType;
  /** Shape of one input without the batch; for the first layer of a sequential model. */
  inputShape?: Shape;
}

/** Options of one call of a layer. */
export interface CallOptions {
  /**
   * Whether to behave as in training. In a graph it holds where a call of the whole model, or `fit` and `predict`, do not say
   * otherwise.
   *
   * @defaultValue what the surrounding call does, else false; true for layers that change images by chance
   */
  training?: boolean;
  /**
   * Which steps of the inputs count, for layers that use masks. @defaultValue the masks that the inputs carry
   */
  mask?: AnyMask;
  /** States before the first step, for recurrent layers. @defaultValue zeros, or where a stateful layer stands */
  initialState?: Tree<Tensor | SymbolicTensor> | null;
}

/** How a weight is made. */
export interface WeightOptions {
  readonly initializer: (shape: readonly number[], dtype?: DType) => NdArray;
  readonly regularizer?: WeightPenalty | null;
  readonly constraint?: WeightProjection | null;
  /** @defaultValue true */
  readonly trainable?: boolean;
  readonly dtype?: DType;
}

/** An array of a layer in files: a weight, or what stands for several of them. */
export interface Stored {
  readonly path: string;
  readonly shape: readonly number[];
  read(): Promise<NdArray>;
  assign(value: ArrayLike): void;
}

/** A layer of any kind: what models hold. */
export interface AnyLayer extends Serializable, GraphOperation {
  (inputs: never, options?: CallOptions): unknown;
  readonly name: string;
  /** The class by which names and groups in files are counted: mostly `className`. */
  readonly countedAs: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly built: boolean;
  trainable: boolean;
  /** Names of the inputs, where Keras has several arguments in the place of a list. */
  readonly inputNames: readonly string[] | null;
  /** Options of calls that only this layer has. */
  readonly callOptions: readonly string[];
  /** Whether its calls use the masks of its inputs. */
  readonly takesMask: boolean;
  /** Whether its outputs have masks: its own, or those of its inputs. */
  readonly supportsMasking: boolean;
  /** The weights of the layer itself, trainable ones first, in the order in which they were made. */
  readonly variables: readonly Variable[];
  /** What files keep of the layer's own weights, in Keras' order. */
  readonly stored: readonly Stored[];
  /** The layers within this one, by the attribute that holds them, as groups in files are named. */
  readonly sublayers: ReadonlyMap<string, AnyLayer | readonly AnyLayer[]>;
  /** All weights, those of the layers within included. */
  readonly weights: readonly Variable[];
  readonly trainableWeights: readonly Variable[];
  readonly nonTrainableWeights: readonly Variable[];
  /** Shapes of the inputs that the layer was built for. */
  readonly inputShape: unknown;
  countParams(): number;
  getWeights(): Promise<NdArray[]>;
  setWeights(values: readonly ArrayLike[]): void;
}

/** A layer that takes `In` and returns `Out`, or their symbolic twins. */
export interface Layer<C = LayerConfig, In = Tensor, Out = Tensor> extends Omit<AnyLayer, 'config'> {
  /** Runs the layer on tensors, or extends the graph by a call on symbolic tensors. */
  <X extends In | Symbolic<In>>(
    inputs: X,
    options?: CallOptions,
  ): X extends Symbolic<In> ? Symbolic<Out> : Out;
  /** The options, defaults filled in. */
  readonly config: Readonly<Required<C>>;
  /** Makes the weights for inputs of this shape; done by the first call if not before. */
  build(inputShape: ShapeOf<In>): void;
  /** The shape of the output of a call; its options may make another one. */
  computeOutputShape(inputShape: ShapeOf<In>, options?: CallOptions): ShapeOf<Out>;
  /** The masks of the outputs, from the inputs and their masks; null where all steps count. */
  computeMask(inputs: In, mask: MaskOf<In>): MaskOf<Out> | null;
}

/** Makes layers of one class; `M` holds the methods that only they have. */
export interface LayerFactory<C, In = Tensor, Out = Tensor, M = unknown> extends Deserializable {
  (...args: object extends C ? [config?: C] : [config: C]): Layer<C, In, Out> & M;
}

const brand = Symbol.for('myelin.Layer');

export function isLayer(value: unknown): value is AnyLayer {
  return typeof value === 'function' && brand in value;
}

/** @internal */
export const layerBrand: symbol = brand;
