import {
  type AnyLayer,
  type CallOptions,
  type NdArray,
  type Runtime,
  Scope,
  currentScope,
  withScope,
} from '@myelin/core';
import { multiply, sum, valueAndGradients } from '@myelin/ops';
import { type Tensor, clone, keep } from '@tensorflow/tfjs-core';
import { runStep } from './run-step.js';

type Callable = (inputs: Tensor | readonly Tensor[], options: CallOptions) => Tensor;

/** What one call of a layer gives. */
export interface LayerResults {
  readonly output: NdArray;
  /** Of the inputs, then of the trainable weights. */
  readonly gradients: readonly NdArray[];
  /** Those that the layer adds itself, then those of its weights. */
  readonly penalties: readonly NdArray[];
}

function call(layer: AnyLayer, inputs: readonly Tensor[], training: boolean): Tensor {
  const given = inputs.length === 1 ? (inputs[0] as Tensor) : inputs;
  return (layer as unknown as Callable)(given, { training });
}

/** The output alone. */
export async function outputOf(
  runtime: Runtime,
  layer: AnyLayer,
  inputs: readonly NdArray[],
  training: boolean,
): Promise<NdArray> {
  const [output] = await runStep(runtime, inputs, (xs) => [call(layer, xs, training)]);
  return output as NdArray;
}

/** The output, the gradients of `sum(output · upstream)` and the penalties. */
export async function resultsOf(
  runtime: Runtime,
  layer: AnyLayer,
  inputs: readonly NdArray[],
  upstream: NdArray,
  training: boolean,
): Promise<LayerResults> {
  const [output, ...rest] = await runStep(runtime, [...inputs, upstream], (tensors) => {
    const scope = currentScope() as Scope;
    const [xs, weight] = [tensors.slice(0, -1), tensors.at(-1) as Tensor];
    const weights = layer.trainableWeights.map((variable) => scope.read(variable));
    let y: Tensor | undefined;
    const { gradients } = valueAndGradients(() => {
      y = keep(call(layer, xs, training));
      return sum(multiply(y, weight));
    }, [...xs, ...weights]);
    const own = layer.trainableWeights.flatMap(
      (variable) => variable.regularizer?.(scope.read(variable)) ?? [],
    );
    // The scope disposes what it was told to add, so copies go out.
    return [y as Tensor, ...gradients, ...scope.takeLosses().map((loss) => clone(loss)), ...own];
  });
  const last = inputs.length + layer.trainableWeights.length;
  return { output: output as NdArray, gradients: rest.slice(0, last), penalties: rest.slice(last) };
}

/** The output as a function of inputs and trainable weights, which changes no state: every call sees the same. */
export function asFunction(
  layer: AnyLayer,
  inputCount: number,
  training: boolean,
): (...given: Tensor[]) => Tensor {
  return (...given) => {
    const values = new Map(layer.trainableWeights.map((variable, i) => [variable, given[inputCount + i]]));
    const scope = new Scope((variable) => {
      const value = values.get(variable);
      return value === undefined ? variable.toTensor() : clone(value);
    });
    try {
      // A copy, because tfjs finds no way back from an output that is the input itself.
      return withScope(scope, () => clone(call(layer, given.slice(0, inputCount), training)));
    } finally {
      scope.dispose();
    }
  };
}
