import { NdArray, type Signature, type Step, type TensorDType } from '@myelin/core';
import {
  abs,
  add,
  exp,
  greater,
  less,
  maximum,
  multiply,
  sqrt,
  subtract,
  transpose,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Engine } from '../engine.js';

type Run = (tensors: readonly Tensor[]) => Tensor[];

function arrayOf(dtype: TensorDType, shape: readonly number[], seed: number): NdArray {
  const size = shape.reduce((product, axis) => product * axis, 1);
  const at = (i: number): number => Math.sin(i * i + seed) * 9;
  return dtype === 'int32'
    ? new NdArray(
        Int32Array.from({ length: size }, (_, i) => at(i)),
        shape,
      )
    : new NdArray(
        Float32Array.from({ length: size }, (_, i) => at(i)),
        shape,
      );
}

/** Loops that pairs of vectors are for, and others that have to do without. */
const loops: Readonly<Record<string, { dtype: TensorDType; run: Run; shapes: (n: number) => number[][] }>> = {
  'several results of two arrays': {
    dtype: 'float32',
    shapes: (n) => [[n], [n]],
    run: ([a, b]) => {
      const root = sqrt(abs(a as Tensor));
      const sum = add(multiply(root, b as Tensor), 0.5);
      return [sum, subtract(b as Tensor, sum)];
    },
  },
  'whole numbers': {
    dtype: 'int32',
    shapes: (n) => [[n], [n]],
    run: ([a, b]) => [maximum(multiply(a as Tensor, b as Tensor), subtract(b as Tensor, 3))],
  },
  'truth values': {
    dtype: 'float32',
    shapes: (n) => [[n], [n]],
    run: ([a, b]) => [
      less(a as Tensor, b as Tensor),
      where(greater(a as Tensor, 0), a as Tensor, b as Tensor),
    ],
  },
  'a row for all rows, and a number for each': {
    dtype: 'float32',
    shapes: (n) => [[3, n], [n], [3, 1]],
    run: ([a, b, c]) => [add(multiply(a as Tensor, b as Tensor), c as Tensor)],
  },
  'an array across the grain': {
    dtype: 'float32',
    shapes: (n) => [
      [3, n],
      [n, 3],
    ],
    run: ([a, b]) => [subtract(a as Tensor, transpose(b as Tensor))],
  },
  'a function': {
    dtype: 'float32',
    shapes: (n) => [[n], [n]],
    run: ([a, b]) => [add(exp(a as Tensor), b as Tensor)],
  },
};

test.each(Object.entries(loops))('pairs of vectors have the bits of single ones: %s', async (_, loop) => {
  const [plain, pairs] = await Promise.all(
    [false, true].map((wide) => Engine.create({ numerics: 'fastest', threads: 1, wide })),
  );
  const step: Step = { name: 'predict', run: loop.run };
  for (const n of [1, 3, 4, 7, 8, 9, 12, 15, 16, 23, 47, 48, 5000]) {
    const inputs = loop.shapes(n).map((shape, i) => arrayOf(loop.dtype, shape, i));
    const signature: Signature = { inputs: inputs.map(({ shape }) => ({ shape, dtype: loop.dtype })) };
    const results = await Promise.all(
      [plain, pairs].map(async (engine) => {
        const program = await (engine as Engine).compile(step, signature);
        const outputs = await (await program.run(inputs)).read();
        program.dispose();
        return outputs.map(({ data }) => [...data]);
      }),
    );
    expect(results[0]?.[0]).toHaveLength(inputs[0]?.data.length ?? NaN);
    expect(results[1], `${n} elements`).toEqual(results[0]);
  }
});
