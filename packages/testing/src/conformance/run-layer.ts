import {
  type AnyLayer,
  type CallOptions,
  NdArray,
  type Runtime,
  Scope,
  type Tree,
  currentScope,
  flatten,
  maskOf,
  withMask,
  withScope,
} from '@myelin/core';
import { cast, concatenate, multiply, reshape, sum, tensor, valueAndGradients, zerosLike } from '@myelin/ops';
import { type Tensor, clone, keep } from '@tensorflow/tfjs-core';
import type { LayerTrial } from './layer-case.js';
import { prepareStep, runProgram, runStep } from './run-step.js';

type Callable = (inputs: Tensor | readonly Tensor[], options: CallOptions) => Tree<Tensor>;
/** What a layer is called on. */
export type LayerInputs = Pick<
  LayerTrial,
  'inputs' | 'states' | 'masks' | 'options' | 'training' | 'constant'
>;

/** What one call of a layer gives. */
export interface LayerResults {
  readonly output: NdArray;
  /** The mask of the output, or null. */
  readonly outputMask: NdArray | null;
  /** Of the inputs that are floats, then of the trainable weights. */
  readonly gradients: readonly NdArray[];
  /** Those that the layer adds itself, then those of its weights. */
  readonly penalties: readonly NdArray[];
}

/** All outputs: one, or those of a list. */
function call(
  layer: AnyLayer,
  inputs: readonly Tensor[],
  { masks, states, options, training }: LayerInputs,
): readonly Tensor[] {
  const own = inputs.slice(0, inputs.length - states).map((x, i) => {
    const mask = masks[i] ?? null;
    return mask === null ? x : withMask(x, tensor(mask, 'bool'));
  });
  const given = own.length === 1 ? (own[0] as Tensor) : own;
  return flatten(
    (layer as unknown as Callable)(given, {
      training,
      ...asTensors(options),
      ...firstStates(inputs, own, states),
    }),
  );
}

/** Arrays of floats are weights; others say what is seen and what is not. */
function asTensors(options: LayerTrial['options']): CallOptions {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      NdArray.isNdArray(value) ? tensor(value, isFloat(value) ? 'float32' : 'bool') : value,
    ]),
  );
}

/** First states, and with them the mask: as in Keras, the layer does not see the one that its input carries. */
function firstStates(inputs: readonly Tensor[], [x]: readonly Tensor[], states: number): CallOptions {
  if (states === 0 || x === undefined) return {};
  const mask = maskOf(x);
  return { initialState: inputs.slice(inputs.length - states), ...(mask === null ? {} : { mask }) };
}

/** Several outputs side by side, example by example, with the mask of the first. */
function joined(outputs: readonly Tensor[]): Tensor {
  const [first, ...others] = outputs as [Tensor, ...Tensor[]];
  if (others.length === 0) return first;
  const [batch = 0] = first.shape;
  const rows = outputs.map((output) => reshape(output, { newshape: [batch, -1] }));
  return withMask(concatenate(rows, { axis: 1 }), maskOf(first));
}

/** Whether an input is of those that have gradients. */
export function isFloat({ dtype }: NdArray): boolean {
  return dtype === 'float32';
}

/** The output alone; several side by side. */
export async function outputOf(runtime: Runtime, layer: AnyLayer, given: LayerInputs): Promise<NdArray> {
  const [output] = await runStep(runtime, given.inputs, (xs) => [joined(call(layer, xs, given))]);
  return output as NdArray;
}

/** The output of each of several calls of the same shapes: by one program, unless it holds masks or options of one call. */
export async function outputsOf(
  runtime: Runtime,
  layer: AnyLayer,
  calls: readonly LayerInputs[],
): Promise<NdArray[]> {
  const outputs: NdArray[] = [];
  const [first] = calls;
  if (first === undefined || calls.some(holdsArrays)) {
    for (const given of calls) outputs.push(await outputOf(runtime, layer, given));
    return outputs;
  }
  const program = await prepareStep(runtime, first.inputs, (xs) => [joined(call(layer, xs, first))]);
  try {
    for (const { inputs } of calls) outputs.push((await runProgram(program, inputs))[0] as NdArray);
  } finally {
    program.dispose();
  }
  return outputs;
}

function holdsArrays({ masks, options }: LayerInputs): boolean {
  return [...masks, ...Object.values(options)].some((value) => NdArray.isNdArray(value));
}

/** The shape of the output, or those of several. */
export async function outputShapes(
  runtime: Runtime,
  layer: AnyLayer,
  given: LayerInputs,
): Promise<readonly (readonly number[])[]> {
  const outputs = await runStep(runtime, given.inputs, (xs) => call(layer, xs, given));
  return outputs.map(({ shape }) => shape);
}

/** The output with its mask, the gradients of `sum(output · upstream)` and the penalties. */
export async function resultsOf(
  runtime: Runtime,
  layer: AnyLayer,
  given: LayerInputs,
  upstream: NdArray,
): Promise<LayerResults> {
  let masked = false as boolean;
  const floats = given.inputs.map(isFloat);
  const [output, ...rest] = await runStep(runtime, [...given.inputs, upstream], (tensors) => {
    const scope = currentScope() as Scope;
    const [xs, weight] = [tensors.slice(0, -1), tensors.at(-1) as Tensor];
    const weights = layer.trainableWeights.map((variable) => scope.read(variable));
    let y: Tensor | undefined;
    const sources = [...xs.filter((_, i) => floats[i]), ...weights];
    const { gradients } = valueAndGradients(
      () => {
        y = keep(joined(call(layer, xs, given)));
        return sum(multiply(y, weight));
      },
      given.constant ? [] : sources,
    );
    if (given.constant) gradients.push(...sources.map((source) => zerosLike(source)));
    const own = layer.trainableWeights.flatMap(
      (variable) => variable.regularizer?.(scope.read(variable)) ?? [],
    );
    const mask = maskOf(y as Tensor);
    masked = mask !== null;
    const masks = mask === null ? [] : [cast(mask, { dtype: 'float32' })];
    // The scope disposes what it was told to add, so copies go out.
    return [y as Tensor, ...masks, ...gradients, ...scope.takeLosses().map((loss) => clone(loss)), ...own];
  });
  const first = masked ? 1 : 0;
  const last = first + floats.filter(Boolean).length + layer.trainableWeights.length;
  return {
    output: output as NdArray,
    outputMask: masked ? (rest[0] as NdArray) : null,
    gradients: rest.slice(first, last),
    penalties: rest.slice(last),
  };
}

/**
 * The output as a function of the inputs that are floats and of the trainable weights; it changes no state, so that every
 * call sees the same.
 */
export function asFunction(layer: AnyLayer, given: LayerInputs): (...values: Tensor[]) => Tensor {
  return (...values) => {
    const outer = currentScope();
    const rest = [...values];
    const inputs = given.inputs.map((input) => (isFloat(input) ? (rest.shift() as Tensor) : tensor(input)));
    const weights = new Map(layer.trainableWeights.map((variable, i) => [variable, rest[i]]));
    const scope = new Scope((variable) => {
      const value = weights.get(variable);
      return clone(value ?? outer?.read(variable) ?? variable.toTensor());
    });
    try {
      // A copy, because tfjs finds no way back from an output that is the input itself.
      return withScope(scope, () => clone(joined(call(layer, inputs, given))));
    } finally {
      scope.dispose();
    }
  };
}
