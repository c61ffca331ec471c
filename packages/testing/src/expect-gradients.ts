import { type ArrayLike, NdArray } from '@myelin/core';
import { ensureGradients } from '@myelin/ops';
import { type Tensor, engine, grads, tensor } from '@tensorflow/tfjs-core';
import { type Tolerance, expectClose } from './expect-close.js';

export interface GradientCheck extends Pick<Tolerance, 'what'> {
  /** Distance of the points at which the function is sampled; a power of two. @defaultValue 1 / 16 */
  readonly step?: number;
  /** What may differ, as a part of the largest slope. @defaultValue 1e-3 */
  readonly rtol?: number;
}

type Compute = (...inputs: Tensor[]) => Tensor;

/**
 * Fails unless the gradients of a function agree with differences of its values.
 *
 * The gradient is that of `sum(f(x) · w)` with fixed weights w, so that no output can hide behind another. Slopes come
 * from five-point differences `(f(x-2h) - 8 f(x-h) + 8 f(x+h) - f(x+2h)) / 12h`, summed in float64; the inputs must
 * keep a distance of 2h from kinks. For small arrays: every element costs four evaluations.
 *
 * @example
 * ```ts
 * await expectGradients((x) => square(x), [[1, -2, 0.5]]); // undefined
 * ```
 */
export async function expectGradients(
  compute: Compute,
  inputs: readonly ArrayLike[],
  { step = 1 / 16, rtol = 1e-3, what = 'expectGradients' }: GradientCheck = {},
): Promise<void> {
  ensureGradients();
  const arrays = inputs.map((input) => NdArray.from(input, 'float32'));
  const weights = await outputWeights(compute, arrays);
  const gradients = await analyticGradients(compute, arrays, weights);
  for (const [which, array] of arrays.entries()) {
    const slopes = new Float32Array(array.size);
    for (let i = 0; i < array.size; i++) {
      const at = async (steps: number): Promise<number> =>
        weightedSum(compute, moved(arrays, which, i, steps * step), weights);
      slopes[i] = ((await at(-2)) - 8 * (await at(-1)) + 8 * (await at(1)) - (await at(2))) / (12 * step);
    }
    const gradient = gradients[which] ?? NdArray.zeros(array.shape);
    expectClose(gradient, new NdArray(slopes, array.shape), {
      rtol,
      atol: 1e-4,
      what: `${what}, gradient of input ${which} against differences`,
    });
  }
}

/** Numbers of mixed signs and sizes, one for each element of the output. */
async function outputWeights(compute: Compute, arrays: readonly NdArray[]): Promise<NdArray> {
  const output = await evaluate(compute, arrays);
  return new NdArray(
    Float32Array.from({ length: output.size }, (_, i) => Math.cos(1.7 * i + 0.3)),
    output.shape,
  );
}

async function analyticGradients(
  compute: Compute,
  arrays: readonly NdArray[],
  weights: NdArray,
): Promise<NdArray[]> {
  const tensors = engine().tidy(() => grads(compute)(arrays.map(toTensor), toTensor(weights)));
  return Promise.all(tensors.map(toArray));
}

async function weightedSum(compute: Compute, arrays: readonly NdArray[], weights: NdArray): Promise<number> {
  const output = await evaluate(compute, arrays);
  return Array.from(output.data, Number).reduce((sum, value, i) => sum + value * Number(weights.data[i]), 0);
}

function evaluate(compute: Compute, arrays: readonly NdArray[]): Promise<NdArray> {
  return toArray(engine().tidy(() => compute(...arrays.map(toTensor))));
}

function moved(arrays: readonly NdArray[], which: number, element: number, by: number): NdArray[] {
  return arrays.map((array, i) => {
    if (i !== which) return array;
    const data = Float32Array.from(array.data as Float32Array);
    data[element] = (data[element] ?? 0) + by;
    return new NdArray(data, array.shape);
  });
}

function toTensor(array: NdArray): Tensor {
  return tensor(array.data as Float32Array, [...array.shape], 'float32');
}

async function toArray(result: Tensor): Promise<NdArray> {
  const data = (await result.data()) as Float32Array;
  result.dispose();
  return new NdArray(data, result.shape);
}
