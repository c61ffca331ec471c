import {
  type AnyLayer,
  type CallContext,
  type Deserializable,
  type DeserializeContext,
  type Layer,
  type LayerConfig,
  type LayerSpec,
  type Resolvers,
  StateError,
  SymbolicTensor,
  type Tree,
  type WireRecord,
  contextOf,
  defineConstants,
  defineLayer,
  isShape,
} from '@myelin/core';
import { ensureAbstractEvaluator } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { makeModel } from './make-model.js';
import type { Model } from './model.js';
import { portsOf } from './ports.js';
import type { CompileOptions } from './training/compile-options.js';
import type { StepBatch, StepContext, StepLogs } from './training/custom-steps.js';
import type { Resolver } from './training/resolver.js';
import type { ModelPorts } from './training/trainer.js';

/** What a step of a model is told: what every step is told, and what its `call` is. */
export type ModelStepContext<C, R, S> = StepContext &
  Omit<CallContext<C, R, S>, 'mask' | 'initialState' | 'options'>;

/** What a model is: a layer that holds layers, and, where it learns in its own way, its steps. */
export interface ModelSpec<C, R, S, In, Out> extends Omit<LayerSpec<C, R, S, In, Out>, 'call'> {
  /** What it computes; a model that only trains others, such as a pair of rivals, may have none. */
  call?(inputs: In, context: CallContext<NoInfer<C>, NoInfer<R>, NoInfer<S>, In>): Out;
  /** One update of weights. @defaultValue by the loss of `compile` */
  readonly trainStep?: (
    batch: StepBatch<NoInfer<In> & Tree<Tensor>>,
    context: ModelStepContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>,
  ) => StepLogs;
  /** Figures of one batch. @defaultValue loss and metrics of `compile` */
  readonly testStep?: (
    batch: StepBatch<NoInfer<In> & Tree<Tensor>>,
    context: ModelStepContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>,
  ) => StepLogs;
  /** The outputs for one batch. @defaultValue those of `call` */
  readonly predictStep?: (
    batch: Pick<StepBatch<NoInfer<In> & Tree<Tensor>>, 'x'>,
    context: Omit<
      ModelStepContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>,
      'optimizer' | 'computeLoss' | 'figures'
    >,
  ) => Tree<Tensor>;
}

/** Makes models of one class. */
export interface ModelFactory<C, Options = CompileOptions> extends Deserializable {
  (...args: object extends C ? [config?: C] : [config: C]): Model<Options>;
}

/** Defines a model whose `compile` takes what `resolver` knows; see `defineModel`. */
export function modelClass<
  C extends LayerConfig,
  S,
  In = Tensor,
  Out = Tensor,
  R extends Resolvers<C> = object,
>(spec: ModelSpec<C, R, S, In, Out>, resolver: Resolver): ModelFactory<C> {
  const { trainStep, testStep, predictStep, ...rest } = spec;
  const { className, module = null, registeredName = `Custom>${className}` } = spec;
  const layer = defineLayer<C, S, In, Out, R>({
    ...rest,
    module,
    registeredName,
    call: (inputs: In, context: CallContext<C, R, S, In>) =>
      spec.call?.(inputs, context) ?? refuseCall(context.who),
  });
  const steps = { trainStep, testStep, predictStep } as unknown as AnySteps;
  const asModel = (base: AnyLayer): Model =>
    modelOf(
      base as unknown as Layer<LayerConfig, Tree<Tensor>, Tree<Tensor>>,
      steps,
      'call' in spec,
      resolver,
    );
  return defineConstants((config?: C) => asModel(layer(...([config] as never)) as unknown as AnyLayer), {
    className,
    module,
    registeredName,
    fromConfig: (wire: WireRecord, context: DeserializeContext) =>
      asModel(layer.fromConfig(wire, context) as AnyLayer),
  });
}

type AnySteps = Readonly<
  Record<'trainStep' | 'testStep' | 'predictStep', ((batch: never, context: object) => never) | undefined>
>;

function modelOf(
  base: Layer<LayerConfig, Tree<Tensor>, Tree<Tensor>>,
  own: AnySteps,
  computes: boolean,
  resolver: Resolver,
): Model {
  const { getConfig, getBuildConfig } = base;
  const steps = Object.entries(own).flatMap(([name, step]): [string, unknown][] => {
    if (step === undefined) return [];
    const run = (batch: never, context: object): never =>
      step(batch, { ...contextOf(base, name === 'trainStep'), ...context });
    return [[name, run]];
  });
  let ports: ModelPorts | undefined;
  return makeModel(
    base,
    {
      ports() {
        if (!base.built) return { inputs: undefined, outputs: undefined };
        return (ports ??= { inputs: undefined, outputs: portsOf('output', computes ? outputsOf(base) : []) });
      },
      layers: () => [...base.sublayers.values()].flat(),
      getConfig,
      getBuildConfig: () => getBuildConfig?.() ?? null,
    },
    resolver,
    Object.fromEntries(steps),
  );
}

/** The outputs have no layers behind them whose names they could bear. */
function outputsOf(base: Layer<LayerConfig, Tree<Tensor>, Tree<Tensor>>): Tree<SymbolicTensor> {
  let count = 0;
  const named = (shape: unknown): Tree<SymbolicTensor> =>
    isShape(shape)
      ? new SymbolicTensor(shape, 'float32', `output_${++count}`)
      : (shape as readonly unknown[]).map(named);
  // Whoever begins with such a model has not called `input` yet.
  ensureAbstractEvaluator();
  return named(base.computeOutputShape(base.inputShape as never));
}

function refuseCall(who: string): never {
  throw new StateError({
    who,
    expected: 'a model with a `call`',
    got: 'one that only trains',
    hint: 'Give `call` to `defineModel`, or use the models within.',
  });
}
