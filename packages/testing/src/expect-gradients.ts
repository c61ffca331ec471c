import { type ArrayLike, NdArray, type Runtime, shapeSize } from '@myelin/core';
import { eagerRuntime, valueAndGradients } from '@myelin/ops';
import { type Tensor, getBackend, mul, sum } from '@tensorflow/tfjs-core';
import { prepareStep, runProgram, runStep } from './conformance/run-step.js';
import { type Tolerance, expectClose } from './expect-close.js';

export interface GradientCheck extends Pick<Tolerance, 'what'> {
  /** Distance of the points at which the function is sampled; a power of two. @defaultValue 1 / 16 */
  readonly step?: number;
  /** What may differ, as a part of the largest slope. @defaultValue 1e-3 */
  readonly rtol?: number;
  /** What computes values and gradients. @defaultValue op by op on the backend of tfjs that is in use */
  readonly runtime?: Runtime;
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
  {
    step = 1 / 16,
    rtol = 1e-3,
    what = 'expectGradients',
    runtime = eagerRuntime(getBackend()),
  }: GradientCheck = {},
): Promise<void> {
  await runtime.ready();
  const arrays = inputs.map((input) => NdArray.from(input, 'float32'));
  const values = await prepareStep(runtime, arrays, (xs) => [compute(...xs)]);
  try {
    const evaluate = async (at: readonly NdArray[]): Promise<NdArray> =>
      (await runProgram(values, at))[0] as NdArray;
    const weights = mixedNumbers((await evaluate(arrays)).shape);
    const gradients = await analyticGradients(runtime, compute, arrays, weights);
    for (const [which, array] of arrays.entries()) {
      const slopes = new Float32Array(array.size);
      for (let i = 0; i < array.size; i++) {
        const at = async (steps: number): Promise<number> =>
          weightedSum(await evaluate(moved(arrays, which, i, steps * step)), weights);
        slopes[i] = ((await at(-2)) - 8 * (await at(-1)) + 8 * (await at(1)) - (await at(2))) / (12 * step);
      }
      expectClose(gradients[which] as NdArray, new NdArray(slopes, array.shape), {
        rtol,
        atol: 1e-4,
        what: `${what}, gradient of input ${which} against differences`,
      });
    }
  } finally {
    values.dispose();
  }
}

/** Numbers of mixed signs and sizes, one for each element of the output. */
function mixedNumbers(shape: readonly number[]): NdArray {
  const numbers = Float32Array.from({ length: shapeSize(shape) }, (_, i) => Math.cos(1.7 * i + 0.3));
  return new NdArray(numbers, shape);
}

function analyticGradients(
  runtime: Runtime,
  compute: Compute,
  arrays: readonly NdArray[],
  weights: NdArray,
): Promise<NdArray[]> {
  return runStep(runtime, [...arrays, weights], (tensors) => {
    const [xs, weight] = [tensors.slice(0, -1), tensors.at(-1) as Tensor];
    return valueAndGradients(() => sum(mul(compute(...xs), weight)), xs).gradients;
  });
}

function weightedSum(values: NdArray, weights: NdArray): number {
  return Array.from(values.data, Number).reduce((sum, value, i) => sum + value * Number(weights.data[i]), 0);
}

function moved(arrays: readonly NdArray[], which: number, element: number, by: number): NdArray[] {
  return arrays.map((array, i) => {
    if (i !== which) return array;
    const data = Float32Array.from(array.data as Float32Array);
    data[element] = (data[element] ?? 0) + by;
    return new NdArray(data, array.shape);
  });
}
