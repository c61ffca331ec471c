import { Tensor, div, fill } from '@tensorflow/tfjs-core';
import { abstractEvaluator } from './abstract.js';
import { ambient } from './ambient.js';
import { type Complete, resolveConfig } from './config.js';
import { defineConstants } from './define-object.js';
import { tensorDType } from './dtype.js';
import { StateError, TraceError, detailsOf } from './errors.js';
import { Node } from './graph.js';
import { type InputSpec, checkInput } from './input-spec.js';
import { type AnyLayer, type CallOptions, type LayerConfig, layerBrand } from './layer.js';
import { layerToWire } from './layer-class.js';
import type { ArrayLike } from './nd-array.js';
import { checkNulls, fillOptions, isSymbolicCall, symbolicOptions } from './layer-arguments.js';
import { makeMasking } from './layer-masking.js';
import { type LayerParts, layerParts } from './layer-parts.js';
import { makeSeed, makeState, ownWeights } from './own-weights.js';
import { findSublayers, live, setAll } from './layer-state.js';
import type { CallContext, LayerSpec } from './layer-spec.js';
import { type AnyMask, dropMasks, hasMask } from './mask.js';
import { Scope, currentScope, inScope, withScope } from './scope.js';
import type { Shape } from './shape.js';
import { isShape, mapShapes, shapesOf } from './shape-tree.js';
import { SymbolicTensor } from './symbolic.js';
import { type Tree, flatten, mapTree } from './tree.js';
import type { Variable } from './variable.js';
import type { WireRecord } from './wire.js';

/** Any spec, with the types that only matter to its author taken away; its tensors may be trees of tensors. */
export type AnySpec = LayerSpec<LayerConfig, object, unknown, Tensor, Tensor>;

/** A layer of a spec with its options complete: a function, with what layers have as properties. */
export function makeLayer(spec: AnySpec, config: Complete<LayerConfig>): AnyLayer {
  const { className, module = 'keras.layers', registeredName = null } = spec;
  const { name, trainable: initiallyTrainable } = config;
  const who = `${name} (${className})`;
  const resolved = resolveConfig<LayerConfig, object>(config, spec.resolve ?? {}, who);
  const masking = makeMasking(spec, resolved, who);
  const own = ownWeights();
  const inboundNodes: Node[] = [];
  const { inputNames = null, callOptions = [], penalizesOutput = true, takesNull = false } = spec;
  const knownOptions = spec.takesInitialState === true ? ['initialState', ...callOptions] : callOptions;
  let built: Built | undefined;
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

  const build = (given: Shape, firstShapes: unknown = null): Built => {
    if (built !== undefined) return built;
    const shape = spec.buildShape?.(given) ?? given;
    demands = spec.inputSpec?.({ config: resolved, inputShape: shape, who }) ?? {};
    check(shape);
    return inPath(() =>
      own.wholly(() => {
        const state = spec.build({
          config: resolved,
          inputShape: shape,
          who,
          addWeight: (...given) => own.add(...given),
          shareWeight: (weight) => own.share(weight),
          addSeed: makeSeed,
          addState: makeState,
        });
        built = { state, shape, firstShapes };
        return built;
      }),
    );
  };

  const check = (shape: unknown): void => {
    if (isShape(shape)) checkInput(who, demands, shape);
  };

  const contextIn = (scope: Scope, state: unknown, training: boolean): AnyContext => ({
    config: resolved,
    mask: null,
    initialState: null,
    options: {},
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

  const run = (inputs: Tree<Tensor>, scope: Scope, options: CallOptions): Tree<Tensor> => {
    const { training = scope.training ?? spec.trainsByDefault, initialState = null } = options;
    const masks = masking.ofCall(inputs, options);
    const seen = masking.seenBy(options, masks);
    const { state } = build(shapesOf(inputs) as Shape, initialState && shapesOf(initialState));
    check(shapesOf(inputs));
    const outer = scope.training;
    scope.training = training;
    try {
      const called: Tree<Tensor> = spec.call(inputs as Tensor, {
        ...contextIn(scope, state, training ?? false),
        mask: seen !== undefined && hasMask(seen) ? (seen as Tensor) : null,
        initialState: initialState === null ? null : (flatten(initialState) as Tensor[]),
        options: Object.fromEntries(
          Object.entries(options).filter(
            ([option, value]: readonly [string, unknown]) => callOptions.includes(option) && value !== null,
          ),
        ),
      });
      const output = masking.pass(inputs, masks, called);
      if (spec.dropsMasks === true) dropMasks(inputs);
      const penalty = (resolved as { activityRegularizer?: ((x: Tensor) => Tensor) | null })
        .activityRegularizer;
      if (penalizesOutput && penalty !== undefined && penalty !== null) {
        for (const tensor of flatten<Tensor>(output)) {
          scope.addLoss(div(penalty(tensor), tensor.rank === 0 ? 1 : tensor.shape[0]));
        }
      }
      return output;
    } finally {
      scope.training = outer;
    }
  };

  const compute = (inputs: Tree<Tensor>, options: CallOptions): Tree<Tensor> => {
    try {
      return inScope<never>((scope) => inPath(() => run(inputs, scope, options)) as never);
    } catch (error) {
      // What cannot be traced was found in the innermost layer; those around it are not to blame.
      if (!(error instanceof TraceError) || error.cause !== undefined) throw error;
      throw new TraceError({ ...detailsOf(error), who: `${who}, ${error.who}`, cause: error });
    }
  };

  const outputSpecs = (
    inputs: Tree<SymbolicTensor>,
    masks: Tree<SymbolicTensor | null>,
    { mask: _, ...options }: CallOptions,
  ): Tree<SymbolicTensor> => {
    const { initialState = null } = options;
    const shape = shapesOf(inputs) as Shape;
    build(shape, initialState && shapesOf(initialState));
    check(shape);
    const dtype = flatten(inputs)[0]?.dtype;
    if (spec.computeOutputShape !== undefined) {
      const output = spec.computeOutputShape(shape, resolved);
      return mapShapes(output, (found) => new SymbolicTensor(found, dtype));
    }
    let returned: Tree<Tensor> = [];
    const leaves = [...flatten<SymbolicTensor | null>([inputs, masks]), ...symbolicOptions(options)];
    const present = [...new Set(leaves)].filter((leaf) => leaf !== null);
    const specs = abstractEvaluator()((...tensors) => {
      const tensorOf = (leaf: SymbolicTensor): Tensor => tensors[present.indexOf(leaf)] as Tensor;
      const fill = (tree: Tree<SymbolicTensor | null>): AnyMask =>
        mapTree(tree, (leaf) => (leaf === null ? null : tensorOf(leaf)));
      const scope = new Scope(placeholder, options.training);
      const call = {
        ...fillOptions(options, tensorOf),
        ...(hasMask(masks) ? { mask: fill(masks) } : {}),
      };
      returned = withScope(scope, () => compute(fill(inputs) as Tree<Tensor>, call));
      return flatten(returned);
    }, present);
    const outputs = specs.map(({ shape: found, dtype }) => new SymbolicTensor(found, dtype));
    let next = 0;
    return mapTree<Tensor, SymbolicTensor>(returned, () => outputs[next++] as SymbolicTensor);
  };

  const extend = (inputs: Tree<SymbolicTensor>, options: CallOptions): Tree<SymbolicTensor> => {
    const masks = masking.ofCall(inputs, options);
    const seen = masking.seenBy(options, masks);
    const outputs = masking.pass(
      inputs,
      masks,
      inPath(() => outputSpecs(inputs, seen ?? null, options)),
    );
    // Keras keeps no masks of inputs in lists: they find them again when the graph runs.
    const kept =
      seen === undefined || (Array.isArray(inputs) && options.mask === undefined) ? {} : { mask: seen };
    const { training = spec.trainsByDefault } = options;
    const said = training === undefined ? {} : { training };
    new Node(layer, [inputs], { ...options, ...said, ...kept }, outputs);
    return outputs;
  };

  const apply = (inputs: Tree<Tensor> | Tree<SymbolicTensor>, options: CallOptions = {}): unknown => {
    checkNulls(who, inputs, options, takesNull);
    if (!isSymbolicCall(who, inputs, options, knownOptions)) {
      return compute(inputs as Tree<Tensor>, options);
    }
    return extend(inputs as Tree<SymbolicTensor>, options);
  };

  const children = (): AnyLayer[] => [...findSublayers(built?.state).values()].flat();
  const weights = (): Variable[] => [
    ...new Set([...own.all(), ...children().flatMap((child) => child.weights)]),
  ];
  const trainableWeights = (): Variable[] =>
    trainable
      ? [
          ...new Set([
            ...own.all().filter((v) => v.trainable),
            ...children().flatMap((child) => child.trainableWeights),
          ]),
        ]
      : [];

  const layer = defineConstants(apply, {
    name,
    className,
    countedAs: spec.countedAs ?? className,
    module,
    registeredName,
    config,
    inboundNodes,
    inputNames,
    callOptions,
    [layerBrand]: true,
    [layerParts]: {
      state: () => built?.state,
      context(training: boolean) {
        const scope = currentScope();
        if (scope !== undefined && built !== undefined) return contextIn(scope, built.state, training);
        throw new StateError({ who, expected: 'a built layer in a running step', got: 'neither' });
      },
    } satisfies LayerParts,
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
      return own.all();
    },
    get stored() {
      return built === undefined ? [] : (spec.stored?.(built.state) ?? own.all());
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
    computeOutputShape: (shape: Shape, options: CallOptions = {}) => {
      const inputs = mapShapes(shape, (found) => new SymbolicTensor(found, 'float32', 'probe'));
      return mapTree(outputSpecs(inputs, null, options), (tensor) => tensor.shape as unknown) as Shape;
    },
    takesMask: spec.takesMask === true,
    supportsMasking: masking.supports,
    computeMask: (inputs: Tree<Tensor>, masks: AnyMask) => masking.compute(inputs, masks),
    getConfig: () => {
      const changed = built === undefined ? {} : spec.builtConfig?.(resolved, built.shape);
      const written = layerToWire(spec, { name, trainable }, { ...resolved, ...changed });
      return spec.writeConfig?.(written, built?.state) ?? written;
    },
    getBuildConfig: () => (built === undefined ? null : buildConfig(built, inputNames)),
    replay: ([inputs]: readonly unknown[], kwargs: CallOptions) => {
      // What the call of a model says goes before what its graph says, as in Keras.
      const training = currentScope()?.training;
      checkNulls(who, inputs, kwargs, takesNull);
      return compute(inputs as Tree<Tensor>, training === undefined ? kwargs : { ...kwargs, training });
    },
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
  const methods = spec.methods?.({
    config: resolved,
    who,
    layer,
    builtFor: () => built?.shape,
    build: (shape) => build(shape).state,
    state: () => built?.state,
    addWeight: (...given) => inPath(() => own.add(...given)),
    removeWeight: (weight) => {
      own.remove(weight);
    },
  });
  return methods === undefined ? layer : defineConstants(layer, methods as object);
}

type AnyContext = CallContext<LayerConfig, object, unknown>;

interface Built {
  readonly state: unknown;
  readonly shape: Shape;
  /** Shapes of the first states that the layer was first called with, or null. */
  readonly firstShapes: unknown;
}

function buildConfig({ shape, firstShapes }: Built, inputNames: readonly string[] | null): WireRecord {
  if (inputNames !== null) {
    const shapes = (shape as unknown as readonly Shape[]).map((one, i) => [`${inputNames[i]}_shape`, one]);
    return { shapes_dict: Object.fromEntries(shapes) as WireRecord };
  }
  if (firstShapes === null) return { input_shape: shape };
  return { shapes_dict: { sequences_shape: shape, initial_state_shape: firstShapes as Shape } };
}

/** A tensor like the value of a variable, for finding shapes. */
function placeholder(variable: Variable): Tensor {
  return fill([...variable.shape], 0, tensorDType(variable.dtype) as 'float32' | 'int32');
}
