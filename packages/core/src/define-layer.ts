import { Tensor, div, fill } from '@tensorflow/tfjs-core';
import { abstractEvaluator } from './abstract.js';
import { ambient } from './ambient.js';
import {
  type Complete,
  type ConfigSpec,
  type Defaults,
  type Resolved,
  type Resolvers,
  completeConfig,
  fromWire,
  resolveConfig,
  toWire,
} from './config.js';
import { defineConstants } from './define-object.js';
import { tensorDType } from './dtype.js';
import { ArgumentError, ShapeError, StateError } from './errors.js';
import { Node } from './graph.js';
import { type InputSpec, checkInput } from './input-spec.js';
import {
  type AnyLayer,
  type CallOptions,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  type WeightOptions,
  isLayer,
  layerBrand,
} from './layer.js';
import { type ArrayLike, NdArray } from './nd-array.js';
import { autoName } from './names.js';
import { nextSeed } from './random.js';
import { Scope, inScope, withScope } from './scope.js';
import { type Shape, formatShape, isStatic, shapeSize } from './shape.js';
import { type ShapeOf, SymbolicTensor } from './symbolic.js';
import { type Tree, flatten, mapTree } from './tree.js';
import { Variable } from './variable.js';
import type { DeserializeContext, WireRecord } from './wire.js';

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
}

export interface CallContext<C, R, S> {
  readonly config: Resolved<C, R>;
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

/** What a layer is: everything but its options' type. */
export interface LayerSpec<C, R, S, In, Out> extends ConfigSpec {
  /** @defaultValue 'keras.layers' */
  readonly module?: string | null;
  /** `package>Name` of a custom layer. @defaultValue null */
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C, LayerConfig>>;
  /** Options without default, so that unknown ones are refused. */
  readonly required?: readonly NoInfer<keyof C & string>[];
  readonly resolve?: R;
  /** What every input must be like, found out when the layer is built. */
  inputSpec?(context: ShapeContext<NoInfer<C>, NoInfer<R>, In>): InputSpec;
  /** Makes the weights and returns them: the state of the layer. */
  build(context: BuildContext<NoInfer<C>, NoInfer<R>, In>): S;
  call(inputs: In, context: CallContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>): Out;
  /** Needed only where evaluating `call` abstractly cannot find the shape. */
  computeOutputShape?(inputShape: ShapeOf<In>, config: Resolved<NoInfer<C>, NoInfer<R>>): ShapeOf<Out>;
}

/**
 * Defines a layer: its options, weights and computation, in one place.
 *
 * Layers are functions. Called on tensors they compute; called on symbolic tensors they extend the graph of a
 * model. What is defined here saves, loads, trains and compiles like the built-in layers. A custom layer has
 * `module: null` and a `registeredName`.
 *
 * @see Keras `keras.layers.Layer`
 */
export function defineLayer<C extends LayerConfig, S, In, Out, R extends Resolvers<C> = object>(
  spec: LayerSpec<C, R, S, In, Out>,
): LayerFactory<C, In, Out> {
  const { className, module = 'keras.layers', registeredName = null } = spec;
  const options = ['name', 'trainable', 'dtype', ...(spec.required ?? []), ...Object.keys(spec.defaults)];
  const base = Object.fromEntries(options.map((option) => [option, undefined]));
  const make = (given: C): Layer<C, In, Out> => {
    const defaults = {
      ...base,
      inputShape: undefined,
      name: undefined,
      trainable: true,
      dtype: 'float32',
      ...spec.defaults,
    };
    const complete = completeConfig<C>({ ...spec, className }, defaults, given);
    const name = given.name ?? autoName(className);
    if (name === '' || name.includes('/')) {
      throw new ArgumentError({ who: className, expected: 'a name without "/"', got: JSON.stringify(name) });
    }
    const config = Object.freeze({ ...complete, name }) as unknown as Complete<LayerConfig>;
    return makeLayer(spec as unknown as AnySpec, config) as unknown as Layer<C, In, Out>;
  };
  const fromConfig = (wire: WireRecord, context: DeserializeContext): Layer<C, In, Out> =>
    make(fromWire(spec, wire, options, context) as C);
  return defineConstants((config?: C) => make(config ?? ({} as C)), {
    className,
    module,
    registeredName,
    fromConfig,
  });
}

/** Any spec, with the types that only matter to its author taken away; its tensors may be trees of tensors. */
type AnySpec = LayerSpec<LayerConfig, object, unknown, Tensor, Tensor>;

function makeLayer(spec: AnySpec, config: Complete<LayerConfig>): AnyLayer {
  const { className, module = 'keras.layers', registeredName = null } = spec;
  const { name, trainable: initiallyTrainable } = config;
  const who = `${name} (${className})`;
  const resolved = resolveConfig<LayerConfig, object>(config, spec.resolve ?? {}, who);
  const own: Variable[] = [];
  const inboundNodes: Node[] = [];
  let built: { readonly state: unknown; readonly shape: Shape } | undefined;
  let trainable = initiallyTrainable;
  let demands: InputSpec = {};
  let parentPath: readonly string[] | undefined;

  const inPath = <T>(body: () => T): T => {
    const { path } = ambient();
    const outer = path.slice();
    parentPath ??= outer;
    path.splice(0, path.length, ...parentPath, name);
    try {
      return body();
    } finally {
      path.splice(0, path.length, ...outer);
    }
  };

  const addWeight = (weight: string, shape: readonly number[], given: WeightOptions): Variable => {
    const { initializer, dtype = 'float32', ...rest } = given;
    const path = [...ambient().path, weight].join('/');
    const variable = new Variable(initializer(shape, dtype), { name: weight, path, dtype, ...rest });
    own.push(variable);
    return variable;
  };

  const addSeed = (seed: number | null): Variable =>
    new Variable(new NdArray(Int32Array.of(seed ?? nextSeed(), 0)), {
      name: 'seed_generator_state',
      path: [...ambient().path, 'seed_generator', 'seed_generator_state'].join('/'),
      trainable: false,
    });

  const build = (shape: Shape): { readonly state: unknown; readonly shape: Shape } => {
    if (built !== undefined) return built;
    demands = spec.inputSpec?.({ config: resolved, inputShape: shape, who }) ?? {};
    check(shape);
    return inPath(() => {
      const made = own.length;
      try {
        built = {
          state: spec.build({ config: resolved, inputShape: shape, who, addWeight, addSeed }),
          shape,
        };
        return built;
      } catch (error) {
        own.splice(made);
        throw error;
      }
    });
  };

  const check = (shape: unknown): void => {
    if (isShape(shape)) checkInput(who, demands, shape);
  };

  const run = (inputs: Tree<Tensor>, scope: Scope, training: boolean): Tree<Tensor> => {
    const { state } = build(shapesOf(inputs) as Shape);
    check(shapesOf(inputs));
    const outer = scope.training;
    scope.training = training;
    try {
      const output = spec.call(inputs as Tensor, {
        config: resolved,
        state: live(state, scope),
        variables: state,
        training,
        trainable,
        who,
        update: (variable, value) => {
          scope.update(variable, value);
        },
        addLoss: (loss) => {
          scope.addLoss(loss);
        },
      });
      const penalty = (resolved as { activityRegularizer?: ((x: Tensor) => Tensor) | null })
        .activityRegularizer;
      if (penalty !== undefined && penalty !== null) {
        for (const tensor of flatten<Tensor>(output)) {
          scope.addLoss(div(penalty(tensor), tensor.rank === 0 ? 1 : tensor.shape[0]));
        }
      }
      return output;
    } finally {
      scope.training = outer;
    }
  };

  const compute = (inputs: Tree<Tensor>, options: CallOptions): Tree<Tensor> =>
    inScope<never>((scope) => inPath(() => run(inputs, scope, options.training ?? scope.training)) as never);

  const outputSpecs = (inputs: Tree<SymbolicTensor>, options: CallOptions): Tree<SymbolicTensor> => {
    const shape = mapTree(inputs, (tensor) => tensor.shape as unknown) as Shape;
    build(shape);
    check(shape);
    const [first] = flatten(inputs);
    if (spec.computeOutputShape !== undefined) {
      const output = spec.computeOutputShape(shape, resolved);
      return mapShapes(output, (found) => new SymbolicTensor(found, first?.dtype));
    }
    let single = true as boolean;
    const specs = abstractEvaluator()((...tensors) => {
      let next = 0;
      const tree = mapTree<SymbolicTensor, Tensor>(inputs, () => tensors[next++] as Tensor);
      const scope = new Scope(placeholder, options.training);
      const output: Tree<Tensor> = withScope(scope, () => compute(tree, options));
      single = output instanceof Tensor;
      return flatten(output);
    }, flatten(inputs));
    const outputs = specs.map(({ shape: found, dtype }) => new SymbolicTensor(found, dtype));
    return single ? (outputs[0] as SymbolicTensor) : outputs;
  };

  const apply = (inputs: Tree<Tensor> | Tree<SymbolicTensor>, options: CallOptions = {}): unknown => {
    const leaves = flatten<unknown>(inputs);
    const symbolic = leaves.filter((leaf) => SymbolicTensor.isSymbolic(leaf)).length;
    if (symbolic === 0) {
      const stranger = leaves.find((leaf) => !(leaf instanceof Tensor));
      if (stranger !== undefined || leaves.length === 0) {
        throw new ArgumentError({
          who,
          expected: 'tensors or symbolic tensors',
          got: leaves.length === 0 ? 'no input' : typeof stranger,
          hint: 'Arrays become tensors by `tensor()` of @myelin/ops; models take arrays in `predict`.',
        });
      }
      return compute(inputs as Tree<Tensor>, options);
    }
    if (symbolic !== leaves.length) {
      throw new ArgumentError({ who, expected: 'only symbolic tensors, or only tensors', got: 'both' });
    }
    const outputs = inPath(() => outputSpecs(inputs as Tree<SymbolicTensor>, options));
    new Node(layer, [inputs], { ...options }, outputs);
    return outputs;
  };

  const ownOrdered = (): Variable[] => [
    ...own.filter((v) => v.trainable),
    ...own.filter((v) => !v.trainable),
  ];
  const children = (): AnyLayer[] => [...findSublayers(built?.state).values()].flat();
  const weights = (): Variable[] => [
    ...new Set([...ownOrdered(), ...children().flatMap((child) => child.weights)]),
  ];
  const trainableWeights = (): Variable[] =>
    trainable
      ? [
          ...new Set([
            ...own.filter((v) => v.trainable),
            ...children().flatMap((child) => child.trainableWeights),
          ]),
        ]
      : [];

  const layer = defineConstants(apply, {
    name,
    className,
    module,
    registeredName,
    config,
    inboundNodes,
    [layerBrand]: true,
    get built() {
      return built !== undefined;
    },
    get trainable() {
      return trainable;
    },
    set trainable(value: boolean) {
      trainable = value;
      for (const child of children()) child.trainable = value;
    },
    get variables() {
      return ownOrdered();
    },
    get sublayers() {
      return findSublayers(built?.state);
    },
    get weights() {
      return weights();
    },
    get trainableWeights() {
      return trainableWeights();
    },
    get nonTrainableWeights() {
      const trained = new Set(trainableWeights());
      return weights().filter((weight) => !trained.has(weight));
    },
    get inputShape() {
      return built?.shape;
    },
    build: (shape: Shape) => {
      build(shape);
    },
    computeOutputShape: (shape: Shape) => {
      const inputs = mapShapes(shape, (found) => new SymbolicTensor(found, 'float32', 'probe'));
      return mapTree(outputSpecs(inputs, {}), (tensor) => tensor.shape as unknown) as Shape;
    },
    getConfig: () => {
      const {
        name: _name,
        trainable: _trainable,
        dtype,
        inputShape: _inputShape,
        ...rest
      } = resolved as Record<string, unknown>;
      return { name, trainable, dtype: dtypePolicy(String(dtype)), ...toWire(spec, rest) };
    },
    getBuildConfig: () => (built === undefined ? null : { input_shape: built.shape }),
    replay: ([inputs]: readonly unknown[], kwargs: CallOptions) => compute(inputs as Tree<Tensor>, kwargs),
    countParams: () => {
      if (built === undefined) {
        throw new StateError({
          who,
          expected: 'a built layer',
          got: 'one without weights',
          hint: 'Call it on an input, or give its model an input shape, before its parameters are counted.',
        });
      }
      return weights().reduce((sum, weight) => sum + weight.size, 0);
    },
    getWeights: () => Promise.all(weights().map((weight) => weight.read())),
    setWeights: (values: readonly ArrayLike[]) => {
      setAll(who, weights(), values);
    },
  });
  return layer;
}

/** A tensor like the value of a variable, for finding shapes. */
function placeholder(variable: Variable): Tensor {
  return fill([...variable.shape], 0, tensorDType(variable.dtype) as 'float32' | 'int32');
}

/** Checks every shape before the first weight changes. */
function setAll(who: string, weights: readonly Variable[], values: readonly ArrayLike[]): void {
  if (weights.length !== values.length) {
    throw new ArgumentError({
      who,
      expected: `${weights.length} arrays of weights`,
      got: String(values.length),
    });
  }
  const arrays = values.map((value) => NdArray.from(value));
  weights.forEach((weight, i) => {
    const found = formatShape(arrays[i]?.shape ?? []);
    if (found !== formatShape(weight.shape)) {
      throw new ShapeError({
        who: `${who} ${weight.path}`,
        expected: `the shape ${formatShape(weight.shape)}`,
        got: found,
      });
    }
  });
  weights.forEach((weight, i) => {
    weight.assign(arrays[i] as NdArray);
  });
}

function dtypePolicy(name: string): WireRecord {
  return { module: 'keras', class_name: 'DTypePolicy', config: { name }, registered_name: null };
}

/** The layers in a state, by the key that holds them. */
function findSublayers(state: unknown): Map<string, AnyLayer | readonly AnyLayer[]> {
  const found = new Map<string, AnyLayer | readonly AnyLayer[]>();
  if (typeof state !== 'object' || state === null) return found;
  for (const [key, value] of Object.entries(state)) {
    if (isLayer(value)) found.set(key, value);
    else if (Array.isArray(value) && value.length > 0 && value.every(isLayer)) found.set(key, value);
  }
  return found;
}

function live<S>(state: S, scope: Scope): Live<S> {
  if (Variable.isVariable(state)) return scope.read(state) as Live<S>;
  if (typeof state !== 'object' || state === null) return state as Live<S>;
  if (Array.isArray(state)) return state.map((entry: unknown) => live(entry, scope)) as Live<S>;
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => [key, live<unknown>(value, scope)]),
  ) as Live<S>;
}

function shapesOf(inputs: Tree<Tensor>): unknown {
  return mapTree(inputs, (tensor) => tensor.shape as unknown);
}

/** Whether a tree of shapes is a single shape. */
function isShape(shape: unknown): shape is Shape {
  return Array.isArray(shape) && shape.every((axis) => axis === null || typeof axis === 'number');
}

function mapShapes<T>(shape: unknown, make: (shape: Shape) => T): Tree<T> {
  return isShape(shape) ? make(shape) : (shape as unknown[]).map((entry) => mapShapes(entry, make));
}

/** Size of the last axis. @throws ShapeError when it is unknown. */
export function lastDim(shape: Shape, who: string): number {
  return knownDim(shape, -1, who);
}

/** Size of one axis; negative axes count from the end. @throws ShapeError when it is unknown. */
export function knownDim(shape: Shape, axis: number, who: string): number {
  const size = shape.at(axis);
  if (size === null || size === undefined) {
    throw new ShapeError({
      who,
      expected: `a known size of axis ${axis}`,
      got: formatShape(shape),
      hint: 'Weights have fixed sizes: give the input a shape that says how large this axis is.',
    });
  }
  return size;
}

/** Number of elements of one example. @throws ShapeError when an axis is unknown. */
export function exampleSize(shape: Shape, who: string): number {
  const example = shape.slice(1);
  if (!isStatic(example)) {
    throw new ShapeError({ who, expected: 'known sizes of all axes but the batch', got: formatShape(shape) });
  }
  return shapeSize(example);
}
