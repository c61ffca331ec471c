import type { Tensor } from '@tensorflow/tfjs-core';
import type { ConfigSpec, Defaults, Resolved } from './config.js';
import type { DType } from './dtype.js';
import type { AnyLayer, Layer, LayerConfig } from './layer.js';
import type { ArrayLike, NdArray } from './nd-array.js';
import type { Shape } from './shape.js';
import type { Deserializable, WireRecord } from './wire.js';

/** What is known of an array before it exists. */
export interface HostSpec {
  readonly shape: Shape;
  readonly dtype: DType;
}

/** What a layer of the host keeps in files besides its configuration. */
export interface HostFiles {
  /** By their names, in the place of weights. */
  readonly arrays?: ReadonlyMap<string, NdArray>;
  /** Texts by the names of their files, such as vocabularies. */
  readonly assets?: ReadonlyMap<string, string>;
}

export interface HostContext<C, R, S> {
  readonly config: Resolved<C, R>;
  /** What `start` returned. */
  readonly state: S;
  /** `text_vectorization (TextVectorization)`, for errors. */
  readonly who: string;
}

/** What a layer that computes on the host is. */
export interface HostLayerSpec<C, R, S, M> extends ConfigSpec {
  /** @defaultValue 'keras.layers' */
  readonly module?: string | null;
  /** `package>Name` of a custom layer. @defaultValue null */
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C, LayerConfig>> & { readonly dtype?: unknown };
  /** Options without default, so that unknown ones are refused. */
  readonly required?: readonly NoInfer<keyof C & string>[];
  readonly resolve?: R;
  /** Whether it takes a list of inputs. @defaultValue false */
  readonly takesList?: boolean;
  /** Type of the inputs of a model that starts with the layer and does not say. */
  readonly inputDType: DType;
  /** Makes what the layer learns and keeps, such as a vocabulary; layers in it are saved with it. */
  start(context: Omit<HostContext<NoInfer<C>, NoInfer<R>, unknown>, 'state'>): S;
  /** Computes from arrays: one, or those of a list. */
  call(inputs: readonly NdArray[], context: HostContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>): NdArray;
  /** Shape and type of the output; sizes that depend on values are null. */
  outputSpec(inputs: readonly HostSpec[], context: HostContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>): HostSpec;
  /** Methods that only this layer has, such as `adapt`; made with each layer. */
  methods?(context: HostContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>): M;
  /** What the layer writes to files in the place of this; for what it has learned. */
  writeConfig?(config: WireRecord, context: HostContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>): WireRecord;
  /** Whether files keep no shape of the inputs. @defaultValue false */
  readonly keepsNoShape?: boolean;
  save?(context: HostContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>): HostFiles;
  load?(files: Required<HostFiles>, context: HostContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>): void;
}

/** A layer that computes on the host, and takes plain arrays as well as tensors. */
export type HostLayer<C, In = Tensor, M = unknown> = Layer<C, In> & TakesArrays<In> & M;

interface TakesArrays<In> {
  (inputs: In extends readonly unknown[] ? readonly ArrayLike[] : ArrayLike): Tensor;
}

/** Makes layers of one class that compute on the host. */
export interface HostLayerFactory<C, In = Tensor, M = unknown> extends Deserializable {
  (...args: object extends C ? [config?: C] : [config: C]): HostLayer<C, In, M>;
  readonly runsOnHost: true;
}

/** What models need of a layer that computes on the host. */
export interface HostParts {
  readonly inputDType: DType;
  readonly run: (inputs: readonly NdArray[]) => NdArray;
  readonly save: () => HostFiles;
  readonly load: (files: Required<HostFiles>) => void;
}

const key = Symbol.for('myelin.Layer.host');

/** @internal */
export const hostParts: symbol = key;

/** What a layer has that computes on the host; undefined for all others. */
export function hostOf(layer: AnyLayer): HostParts | undefined {
  return (layer as unknown as { readonly [key]?: HostParts })[key];
}
