import {
  type DataType,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
  type TypedArray,
  engine,
  env,
  setBackend,
  tensor,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect } from 'vitest';
import { prepareWasm } from '../../prepare-wasm.js';

export interface Values {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
  readonly dtype?: 'float32' | 'int32' | 'bool';
}

export interface Result {
  readonly shape: readonly number[];
  readonly dtype: DataType;
  readonly values: readonly number[];
}

/** Prepares both kinds of numerics; from then on tfjs-core reports a kernel that leaves memory behind. */
export async function prepareBoth(): Promise<readonly string[]> {
  env().set('IS_TEST', true);
  return [await prepareWasm(), await prepareWasm({ numerics: 'portable' })];
}

/** Runs one kernel on one backend. */
export async function runKernel(
  backend: string,
  kernelName: string,
  inputs: Readonly<Record<string, Values>>,
  attrs: object,
): Promise<Result> {
  await setBackend(backend);
  const tensors: NamedTensorMap = Object.fromEntries(
    Object.entries(inputs).map(([name, { values, shape, dtype = 'float32' }]) => [
      name,
      tensor(typed(values, dtype), [...shape], dtype),
    ]),
  );
  const output = engine().runKernel<Tensor>(kernelName, tensors, attrs as NamedAttrMap);
  const { shape, dtype } = output;
  const values = [...(await output.data())];
  output.dispose();
  for (const input of Object.values(tensors)) input.dispose();
  return { shape, dtype, values };
}

function typed(values: ArrayLike<number>, dtype: 'float32' | 'int32' | 'bool'): TypedArray {
  if (dtype === 'bool') return Uint8Array.from(values);
  return dtype === 'float32' ? Float32Array.from(values) : Int32Array.from(values);
}

/** Expects that a kernel gives on both kinds of numerics what it gives on the cpu backend. */
export async function expectEqualsCpu(
  kernelName: string,
  inputs: Readonly<Record<string, Values>>,
  attrs: object = {},
): Promise<void> {
  await expectResult(kernelName, inputs, attrs, await runKernel('cpu', kernelName, inputs, attrs));
}

/** Expects a result, within the rounding of float32, on both kinds of numerics. */
export async function expectResult(
  kernelName: string,
  inputs: Readonly<Record<string, Values>>,
  attrs: object,
  expected: Result,
): Promise<void> {
  for (const backend of await prepareBoth()) {
    const { values, ...rest } = await runKernel(backend, kernelName, inputs, attrs);
    expect({ kernelName, backend, ...rest }).toEqual({
      kernelName,
      backend,
      shape: expected.shape,
      dtype: expected.dtype,
    });
    const scale = Math.max(1, ...expected.values.map(Math.abs).filter(Number.isFinite));
    const wrong = values.findIndex((value, i) => {
      const wanted = expected.values[i] ?? NaN;
      return !(value === wanted || Object.is(value, wanted) || Math.abs(value - wanted) <= 2e-6 * scale);
    });
    if (wrong >= 0) {
      expect({ kernelName, backend, index: wrong, value: values[wrong] }).toEqual({
        kernelName,
        backend,
        index: wrong,
        value: expected.values[wrong],
      });
    }
  }
}

/** Numbers between -1 and 1, the same in every run. */
export function noise(shape: readonly number[], seed = 1): Values {
  let state = seed;
  const values = Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
  return { shape, values };
}
