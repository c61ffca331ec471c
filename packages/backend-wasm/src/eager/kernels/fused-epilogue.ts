import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Address } from '../../native/native-kernels.js';
import type { EagerContext } from '../eager-context.js';

/** What follows a matrix product or a convolution in a fused kernel of tfjs-core. */
export interface Epilogue {
  readonly bias?: TensorInfo | undefined;
  readonly activation: string;
  readonly leakyreluAlpha?: number | undefined;
  readonly preluActivationWeights?: TensorInfo | undefined;
}

/** Computes the product and in passing adds a bias, 0 for none, and raises results below `low`. */
type Compute = (bias: Address, low: number) => TensorInfo;

const kernelOf: Readonly<Record<string, string>> = {
  elu: 'Elu',
  leakyrelu: 'LeakyRelu',
  prelu: 'Prelu',
  relu: 'Relu',
  relu6: 'Relu6',
  sigmoid: 'Sigmoid',
};

/** Lets the product do what it can in passing, a bias for each of its `columns` and a relu, and does the rest after it. */
export function withEpilogue(
  { bias, activation, ...parameters }: Epilogue,
  columns: number,
  context: EagerContext,
  compute: Compute,
): TensorInfo {
  if (bias !== undefined && !isRow(bias, columns)) {
    const sum = replace(compute(0, -Infinity), context, (x) => context.stock('Add', { a: x, b: bias }));
    return activate(sum, activation, parameters, context);
  }
  const biasAddress = bias === undefined ? 0 : context.address(bias);
  if (activation === 'relu') return compute(biasAddress, 0);
  return activate(compute(biasAddress, -Infinity), activation, parameters, context);
}

function isRow(bias: TensorInfo, columns: number): boolean {
  return bias.shape.at(-1) === columns && util.sizeFromShape(bias.shape) === columns;
}

function activate(
  x: TensorInfo,
  activation: string,
  { leakyreluAlpha: alpha, preluActivationWeights: weights }: Partial<Epilogue>,
  context: EagerContext,
): TensorInfo {
  const kernelName = kernelOf[activation];
  if (kernelName === undefined) return x;
  return replace(x, context, () =>
    context.stock(kernelName, weights === undefined ? { x } : { x, alpha: weights }, { alpha }),
  );
}

function replace(x: TensorInfo, context: EagerContext, compute: (x: TensorInfo) => TensorInfo): TensorInfo {
  const y = compute(x);
  context.release(x);
  return y;
}
