import type { Tensor } from '@tensorflow/tfjs-core';
import type { ConfigSpec, Defaults, Resolved } from './config.js';
import type { InputSpec } from './input-spec.js';
import type { AnyLayer, LayerConfig, Stored, WeightOptions } from './layer.js';
import type { MaskOf } from './mask.js';
import type { NdArray } from './nd-array.js';
import type { ShapeOf } from './symbolic.js';
import type { Variable } from './variable.js';
import type { WireRecord } from './wire.js';

/** State as `call` sees it: a tensor in the place of every variable. */
export type Live<S> = S extends Variable
  ? Tensor
  : S extends (...args: never) => unknown
    ? S
    : S extends object
      ? { readonly [K in keyof S]: Live<S[K]> }
      : S;

export interface ShapeContext<C, R, In> {
  readonly config: Resolved<C, R>;
  readonly inputShape: ShapeOf<In>;
  /** `dense_1 (Dense)`, for errors. */
  readonly who: string;
}

export interface BuildContext<C, R, In> extends ShapeContext<C, R, In> {
  readonly addWeight: (name: string, shape: readonly number[], options: WeightOptions) => Variable;
  /**
   * Makes the state `[seed, offset]` of a stream of random numbers: int32, not among the weights, not saved.
   *
   * A layer that draws from it updates it by `[0, 1]`. A seed of null takes the next stream of `setSeed`.
   */
  readonly addSeed: (seed: number | null) => Variable;
  /** Counts a weight of a layer within among the layer's own, too, as some of Keras do: it comes first, and is saved twice. */
  readonly shareWeight: (weight: Variable) => Variable;
  /** Makes a state that is not among the weights and not saved, such as what the layer writes to its configuration. */
  readonly addState: (name: string, value: NdArray) => Variable;
}

export interface CallContext<C, R, S, In = Tensor> {
  readonly config: Resolved<C, R>;
  /** Which steps of the inputs count; null where all do, and for layers without `takesMask`. */
  readonly mask: MaskOf<In> | null;
  /** The options of the call that only this layer has, by the names in `callOptions`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The first states that the call was given, for layers with `takesInitialState`; else null. */
  readonly initialState: readonly Tensor[] | null;
  /** What `build` returned, with the tensors of its variables. */
  readonly state: Live<S>;
  /** What `build` returned: the variables to hand to `update`. */
  readonly variables: S;
  readonly training: boolean;
  /** Whether the layer is not frozen. */
  readonly trainable: boolean;
  readonly who: string;
  /** Gives a variable its next value: moving statistics, states, seeds. */
  readonly update: (variable: Variable, value: Tensor) => void;
  /** Adds a penalty to the loss of the running step. */
  readonly addLoss: (loss: Tensor) => void;
}

export interface MaskContext<C, R> {
  readonly config: Resolved<C, R>;
  readonly who: string;
}

/** What methods of one layer work with. */
export interface MethodContext<C, R, S, In> {
  readonly config: Resolved<C, R>;
  readonly who: string;
  /** The layer itself; its `config` has the options before they were resolved. */
  readonly layer: AnyLayer;
  /** Shape of the inputs that the layer was built for; undefined before. */
  readonly builtFor: () => ShapeOf<In> | undefined;
  /** Builds the layer for inputs of this shape, unless it is built; returns the state, with its variables. */
  readonly build: (inputShape: ShapeOf<In>) => S;
  /** What `build` returned; undefined before. Methods may change it. */
  readonly state: () => S | undefined;
  /** Makes a weight of a built layer, as `build` does. */
  readonly addWeight: BuildContext<C, R, In>['addWeight'];
  /** Takes a weight away for which another stands now. */
  readonly removeWeight: (weight: Variable) => void;
}

/** What a layer is: everything but its options' type. */
export interface LayerSpec<C, R, S, In, Out, M = unknown> extends ConfigSpec {
  /** @defaultValue 'keras.layers' */
  readonly module?: string | null;
  /**
   * The class by which Keras counts automatic names and groups in files, where it is called otherwise than the public one.
   *
   * @defaultValue `className`
   */
  readonly countedAs?: string;
  /** Whether its large weights may be whole numbers: then its `dtype` says so. @defaultValue false */
  readonly quantizes?: boolean;
  /** `package>Name` of a custom layer. @defaultValue null */
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C, LayerConfig>>;
  /** Options without default, so that unknown ones are refused. */
  readonly required?: readonly NoInfer<keyof C & string>[];
  readonly resolve?: R;
  /**
   * Names of the inputs, for a layer that takes a list where Keras has several arguments: files keep these apart.
   */
  readonly inputNames?: readonly string[];
  /**
   * Whether inputs may be null, as optional inputs of a model are when nobody gave them; or which in the list of inputs.
   * @defaultValue false
   */
  readonly takesNull?: boolean | readonly number[];
  /** Options of calls that only this layer has; they may be tensors. @defaultValue [] */
  readonly callOptions?: readonly string[];
  /**
   * What calls do that nobody tells whether they are part of training; calls in graphs say it, too.
   * @defaultValue as at inference
   */
  readonly trainsByDefault?: boolean;
  /**
   * Whether `activityRegularizer` is a penalty on the output; not so where the layer hands it on to layers within.
   * @defaultValue true
   */
  readonly penalizesOutput?: boolean;
  /** What every input must be like, found out when the layer is built. */
  inputSpec?(context: ShapeContext<NoInfer<C>, NoInfer<R>, In>): InputSpec;
  /**
   * What `build` is told of the shapes of the inputs, and what files keep of them.
   * @defaultValue all of it
   */
  buildShape?(inputShape: ShapeOf<In>): ShapeOf<In>;
  /** Options that a built layer writes in another form to its file, because Keras changes them when it builds. */
  builtConfig?(config: Resolved<NoInfer<C>, NoInfer<R>>, inputShape: ShapeOf<In>): Partial<NoInfer<C>>;
  /** What the layer writes to files in the place of this; for classes that do not write what others do. */
  writeConfig?(config: WireRecord, state: NoInfer<S> | undefined): WireRecord;
  /** What files keep of the layer's own weights, in Keras' order. @defaultValue the weights */
  stored?(state: NoInfer<S>): readonly Stored[];
  /** Methods that only this layer has, such as `adapt`; made with each layer. */
  methods?(context: MethodContext<NoInfer<C>, NoInfer<R>, NoInfer<S>, NoInfer<In>>): M;
  /** Makes the weights and returns them: the state of the layer. */
  build(context: BuildContext<NoInfer<C>, NoInfer<R>, In>): S;
  call(inputs: In, context: CallContext<NoInfer<C>, NoInfer<R>, NoInfer<S>, In>): Out;
  /**
   * Whether `call` uses the mask of its inputs: it finds it in its context, and graphs hold an edge for it.
   * @defaultValue false
   */
  readonly takesMask?: boolean;
  /**
   * Whether a call takes the masks off its inputs for good, so that layers after it do not find them there, as some of
   * Keras do. Masks that graphs hold edges for stay.
   * @defaultValue false
   */
  readonly dropsMasks?: boolean;
  /** Whether calls may be given first states: a recurrent layer. @defaultValue false */
  readonly takesInitialState?: boolean;
  /**
   * Whether outputs have masks; a layer that does not support them drops those of its inputs, with a warning.
   * @defaultValue whether there is a `computeMask`
   */
  readonly supportsMasking?: boolean;
  /**
   * The masks of the outputs. It is also called on symbolic tensors, so that only functions of ops may be used.
   * @defaultValue the masks of the inputs
   */
  computeMask?(
    inputs: In,
    mask: MaskOf<In>,
    context: MaskContext<NoInfer<C>, NoInfer<R>>,
  ): MaskOf<NoInfer<Out>> | null;
  /** Needed only where evaluating `call` abstractly cannot find the shape. */
  computeOutputShape?(inputShape: ShapeOf<In>, config: Resolved<NoInfer<C>, NoInfer<R>>): ShapeOf<Out>;
}
