import {
  type AnyLayer,
  type Loss,
  type Metric,
  NdArray,
  type Optimizer,
  type Scope,
  type Step,
  type Tree,
  Variable,
  currentScope,
  flatten,
  maskOf,
} from '@myelin/core';
import { add, divide, multiply, stack, valueAndGradients } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { singleOutput } from './prepare.js';

/** A model that is ready to learn. */
export interface Compiled {
  readonly model: AnyLayer;
  readonly optimizer: Optimizer;
  readonly loss: Loss | undefined;
  readonly metrics: readonly Metric[];
  readonly weightedMetrics: readonly Metric[];
  /** Sum of the losses, each times its examples, and the number of examples. */
  readonly lossTotal: Variable;
  readonly lossCount: Variable;
}

/** The variables behind the mean of the loss. */
export function lossTracker(): Pick<Compiled, 'lossTotal' | 'lossCount'> {
  return {
    lossTotal: new Variable(NdArray.zeros([]), { name: 'loss_total', trainable: false }),
    lossCount: new Variable(NdArray.zeros([]), { name: 'loss_count', trainable: false }),
  };
}

/** Names of the figures that a step returns, in its order. */
export function logNames({ loss, metrics, weightedMetrics }: Compiled): string[] {
  return [
    ...(loss === undefined ? [] : ['loss']),
    ...[...metrics, ...weightedMetrics].map((metric) => metric.name),
  ];
}

/** Starts every figure anew. */
export function resetFigures({ lossTotal, lossCount, metrics, weightedMetrics }: Compiled): void {
  lossTotal.reset();
  lossCount.reset();
  for (const metric of [...metrics, ...weightedMetrics]) metric.reset();
}

/** Forward, backward, update: inputs are the arrays of `x`, then `y`, then the weights if there are any. */
export function trainStep(compiled: Compiled, inputs: number): Step {
  const { model, optimizer } = compiled;
  return {
    name: 'train',
    run(arrays) {
      const scope = scopeOf();
      const weights = model.trainableWeights;
      const tensors = weights.map((weight) => scope.read(weight));
      const { gradients } = valueAndGradients(
        () => optimizer.scaleLoss(forward(compiled, scope, arrays, inputs, true)),
        tensors,
      );
      optimizer.apply(gradients, weights);
      return [figures(compiled, scope)];
    },
  };
}

/** Forward, without changing weights. */
export function testStep(compiled: Compiled, inputs: number): Step {
  return {
    name: 'test',
    run(arrays) {
      const scope = scopeOf();
      forward(compiled, scope, arrays, inputs, false);
      return [figures(compiled, scope)];
    },
  };
}

/** The outputs of the model. */
export function predictStep(model: AnyLayer): Step {
  return {
    name: 'predict',
    run: (arrays) => flatten<Tensor>(callModel(model, arrays, false)),
  };
}

function callModel(model: AnyLayer, inputs: readonly Tensor[], training: boolean): Tree<Tensor> {
  const x = inputs.length === 1 ? inputs[0] : inputs;
  return (model as unknown as (x: unknown, options: { training: boolean }) => Tree<Tensor>)(x, { training });
}

/** The loss of a batch; counts it and the metrics. */
function forward(
  compiled: Compiled,
  scope: Scope,
  arrays: readonly Tensor[],
  inputs: number,
  training: boolean,
): Tensor {
  const { model, loss, lossTotal, lossCount, metrics, weightedMetrics } = compiled;
  const [y, sampleWeight = null] = arrays.slice(inputs) as [Tensor, Tensor?];
  const predicted = singleOutput(callModel(model, arrays.slice(0, inputs), training), model.name);
  const penalties = [...scope.takeLosses(), ...weightPenalties(model, scope)];
  const mask = maskOf(predicted);
  const data = loss === undefined ? [] : [loss(y, predicted, { sampleWeight, mask })];
  const value = [...data, ...penalties].reduce((sum, term) => add(sum, term));
  const examples = y.shape[0];
  scope.update(lossTotal, add(scope.read(lossTotal), multiply(value, examples)));
  scope.update(lossCount, add(scope.read(lossCount), examples));
  for (const metric of metrics) metric.update(y, predicted, { mask });
  for (const metric of weightedMetrics) metric.update(y, predicted, { sampleWeight, mask });
  return value;
}

function weightPenalties(model: AnyLayer, scope: Scope): Tensor[] {
  return model.trainableWeights.flatMap((weight) =>
    weight.regularizer === null ? [] : [weight.regularizer(scope.read(weight))],
  );
}

/** Every figure so far, as one vector: one read brings them all to the host. */
function figures({ loss, lossTotal, lossCount, metrics, weightedMetrics }: Compiled, scope: Scope): Tensor {
  const mean = loss === undefined ? [] : [divide(scope.read(lossTotal), scope.read(lossCount))];
  return stack([...mean, ...[...metrics, ...weightedMetrics].map((metric) => metric.result())]);
}

function scopeOf(): Scope {
  return currentScope() as Scope;
}
