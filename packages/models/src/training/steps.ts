import {
  type AnyLayer,
  type Scope,
  StateError,
  type Step,
  type Tree,
  currentScope,
  flatten,
  maskOf,
} from '@myelin/core';
import { add, multiply, valueAndGradients } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Ports, arrange } from '../ports.js';
import { type Batch, type BatchLayout, fromRow, rowsOf } from './batch.js';
import type { Compiled, CompiledOutput } from './compiled.js';
import { readFigures } from './figures.js';
import { track } from './mean-tracker.js';

/** Forward, backward, update. */
export function trainStep(compiled: Compiled, layout: BatchLayout): Step {
  const { model, optimizer, figures } = compiled;
  return {
    name: 'train',
    run(row) {
      const scope = scopeOf();
      const weights = model.trainableWeights;
      const tensors = weights.map((weight) => scope.read(weight));
      const { gradients, reached } = valueAndGradients(
        () => optimizer.scaleLoss(forward(compiled, scope, fromRow(layout, row), true)),
        tensors,
      );
      // As in Keras, what no loss depends on stays as it is: it does not even decay.
      const isReached = (_: unknown, i: number): boolean => reached[i] === true;
      optimizer.apply(gradients.filter(isReached), weights.filter(isReached));
      return [readFigures(figures, scope)];
    },
  };
}

/** Forward, without changing weights. */
export function testStep(compiled: Compiled, layout: BatchLayout): Step {
  return {
    name: 'test',
    run(row) {
      const scope = scopeOf();
      forward(compiled, scope, fromRow(layout, row), false);
      return [readFigures(compiled.figures, scope)];
    },
  };
}

/** The outputs of the model. */
export function predictStep(model: AnyLayer, inputs: Ports | undefined, layout: BatchLayout): Step {
  return {
    name: 'predict',
    run: (row) => flatten(callModel(model, arrange(inputs, fromRow(layout, row).x), false)),
  };
}

function callModel(model: AnyLayer, x: Tree<Tensor | null>, training: boolean): Tree<Tensor> {
  return (model as unknown as (x: unknown, options: { training: boolean }) => Tree<Tensor>)(x, { training });
}

/** The loss of a batch; counts it and the metrics. */
function forward(compiled: Compiled, scope: Scope, batch: Batch<Tensor>, training: boolean): Tensor {
  const { model, inputs } = compiled;
  const predicted = flatten(callModel(model, arrange(inputs, batch.x), training));
  return judge(compiled, scope, batch, predicted);
}

/** A batch as tensors. */
export type JudgedBatch = Batch<Tensor>;

/** The loss of what the model made of a batch, with all penalties; counts it and the metrics. */
export function judge(
  compiled: Compiled,
  scope: Scope,
  batch: JudgedBatch,
  predicted: readonly Tensor[],
): Tensor {
  const { model, outputs, total } = compiled;
  const losses = outputs.flatMap((output, i): Tensor[] => {
    const judged: Judged = {
      yTrue: batch.y[i] ?? null,
      yPred: predicted[i] as Tensor,
      sampleWeight: batch.sampleWeight[i] ?? null,
    };
    countMetrics(output, judged);
    return lossOf(output, judged, scope);
  });
  const terms = [...losses, ...scope.takeLosses(), ...weightPenalties(model, scope)];
  if (terms.length === 0) throw noLoss(model);
  const value = terms.reduce((sum, term) => add(sum, term));
  track(total, scope, value, rowsOf(batch));
  return value;
}

/** What is compared of one output. */
interface Judged {
  readonly yTrue: Tensor | null;
  readonly yPred: Tensor;
  readonly sampleWeight: Tensor | null;
}

/** The loss of one output, times its weight. */
function lossOf(
  { loss, lossWeight, tracker }: CompiledOutput,
  { yTrue, yPred, sampleWeight }: Judged,
  scope: Scope,
): Tensor[] {
  if (loss === null || yTrue === null) return [];
  const value = loss(yTrue, yPred, { sampleWeight, mask: maskOf(yPred) });
  // In Keras on TensorFlow every batch counts alike here, a smaller last one too, other than in the whole loss.
  if (tracker !== null) track(tracker, scope, value, 1);
  return [lossWeight === null ? value : multiply(value, lossWeight)];
}

function countMetrics(
  { metrics, weightedMetrics }: CompiledOutput,
  { yTrue, yPred, sampleWeight }: Judged,
): void {
  if (yTrue === null) return;
  const mask = maskOf(yPred);
  for (const metric of metrics) metric.update(yTrue, yPred, { mask });
  for (const metric of weightedMetrics) metric.update(yTrue, yPred, { sampleWeight, mask });
}

function weightPenalties(model: AnyLayer, scope: Scope): Tensor[] {
  return model.trainableWeights.flatMap((weight) =>
    weight.regularizer === null ? [] : [weight.regularizer(scope.read(weight))],
  );
}

function noLoss({ name }: AnyLayer): StateError {
  return new StateError({
    who: name,
    expected: 'a loss',
    got: 'none',
    hint: 'Give `loss`, or a step of your own, to `compile`.',
  });
}

function scopeOf(): Scope {
  return currentScope() as Scope;
}
