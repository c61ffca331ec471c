import {
  type AnyLayer,
  ArgumentError,
  type Metric,
  type Optimizer,
  type Scope,
  type Step,
  type Tree,
  currentScope,
  flatten,
  formatShape,
  isTensor,
} from '@myelin/core';
import { reshape, stack } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { arrange } from '../ports.js';
import { type Batch, type BatchLayout, fromRow } from './batch.js';
import type { Compiled } from './compiled.js';
import { type JudgedBatch, judge } from './steps.js';

/** What a step of the user is given of a batch: tensors, arranged as the model takes its inputs. */
export interface StepBatch<X extends Tree<Tensor> = Tensor, Y extends Tree<Tensor> | null = Tensor> {
  readonly x: X;
  /** Null where `fit` or `evaluate` was given none. */
  readonly y: Y;
  readonly sampleWeight: Tree<Tensor> | null;
}

/** What a step of the user is told besides the batch. */
export interface StepContext {
  readonly model: AnyLayer;
  /** The optimizer of `compile`. */
  readonly optimizer: Optimizer;
  /**
   * The loss that `compile` was given, for these outputs of the model, with the penalties of layers and weights; counts
   * the metrics.
   */
  readonly computeLoss: (outputs: Tree<Tensor>) => Tensor;
  /** The figures of `compile` so far: the mean of the losses that were computed, and the metrics. */
  readonly figures: () => StepLogs;
}

/** Figures by name: scalars. An epoch reports those of its last batch, as in Keras. */
export type StepLogs = Readonly<Record<string, Tensor>>;

/**
 * Steps in the place of those of the model.
 *
 * A step is a pure function: it runs once to be recorded, then the recording runs. State changes through optimizers,
 * metrics, layers and seed generators alone; a counter, a date or a random number of JavaScript would stay what it was,
 * and is refused.
 */
export interface CustomSteps<X extends Tree<Tensor> = Tensor, Y extends Tree<Tensor> | null = Tensor> {
  /** One update of weights, for `fit` and `trainOnBatch`; layers behave as in training. */
  readonly trainStep?: (batch: StepBatch<X, Y>, context: StepContext) => StepLogs;
  /** Figures of one batch, for `evaluate` and `testOnBatch`. */
  readonly testStep?: (batch: StepBatch<X, Y>, context: StepContext) => StepLogs;
  /** The outputs for one batch, for `predict`. */
  readonly predictStep?: (
    batch: Pick<StepBatch<X, Y>, 'x'>,
    context: Pick<StepContext, 'model'>,
  ) => Tree<Tensor>;
  /**
   * Metrics that the steps update by themselves: they start anew with every epoch. Those that `build` of `defineModel`
   * returns need not be named. @defaultValue []
   */
  readonly trackers?: readonly Pick<Metric, 'reset'>[];
}

/** Custom steps whatever they take. */
export type AnyCustomSteps = CustomSteps<never, never>;

/** The steps among the options of `compile`. */
export function stepsIn({ trainStep, testStep, predictStep, trackers }: AnyCustomSteps): AnyCustomSteps {
  const given = { trainStep, testStep, predictStep, trackers };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** A step of the user for training or evaluation, as runtimes take it. */
export function customStep(
  name: 'train' | 'test',
  run: NonNullable<AnyCustomSteps['trainStep']>,
  compiled: Compiled,
  layout: BatchLayout,
): Step {
  return {
    name,
    isCustom: true,
    run(row) {
      const scope = currentScope() as Scope;
      const batch = fromRow(layout, row);
      scope.training = name === 'train';
      const logs = run(
        batchOf(batch, compiled) as StepBatch<never, never>,
        contextOf(batch, compiled, scope),
      );
      return pack(logs, compiled.logNames[name], `the ${name} step of ${compiled.model.name}`);
    },
  };
}

/** A step of the user for predictions. */
export function customPredictStep(
  run: NonNullable<AnyCustomSteps['predictStep']>,
  { model, inputs }: Pick<Compiled, 'model' | 'inputs'>,
  layout: BatchLayout,
): Step {
  return {
    name: 'predict',
    isCustom: true,
    run: (row) => flatten(run({ x: arrange(inputs, fromRow(layout, row).x) as never }, { model })),
  };
}

function batchOf(
  { x, y, sampleWeight }: Batch<Tensor>,
  { inputs }: Compiled,
): StepBatch<Tree<Tensor>, Tree<Tensor> | null> {
  const given = (list: readonly (Tensor | null)[]): Tree<Tensor> | null => {
    const present = list.filter((tensor) => tensor !== null);
    return present.length === 0 ? null : arrange(undefined, present);
  };
  return { x: arrange(inputs, x) as Tree<Tensor>, y: given(y), sampleWeight: given(sampleWeight) };
}

function contextOf(batch: JudgedBatch, compiled: Compiled, scope: Scope): StepContext {
  const { model, optimizer, figures } = compiled;
  return {
    model,
    optimizer,
    computeLoss: (outputs) => judge(compiled, scope, batch, flatten(outputs)),
    figures: () => Object.fromEntries(figures.map((figure) => [figure.name, figure.read(scope)])),
  };
}

/** The figures as one vector, and their names in order. */
function pack(logs: StepLogs, names: string[], who: string): Tensor[] {
  const entries = Object.entries(logs).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, value] of entries as [string, unknown][]) {
    if (isTensor(value) && value.size === 1) continue;
    throw new ArgumentError({
      who,
      expected: `a tensor of one number for "${name}"`,
      got: isTensor(value) ? `one of shape ${formatShape(value.shape)}` : typeof value,
      hint: 'Take `sum` or `mean` of it, or the `result()` of a metric; numbers of JavaScript would never change.',
    });
  }
  names.splice(0, names.length, ...entries.map(([name]) => name));
  return entries.length === 0 ? [] : [stack(entries.map(([, value]) => reshape(value, { newshape: [] })))];
}
