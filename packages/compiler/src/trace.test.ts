import { NdArray, type Step } from '@myelin/core';
import { type Tensor, reverse } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { interpret } from './interpret.js';
import { optimize } from './optimize.js';
import { trace } from './trace.js';

it('takes one axis to reverse for a list of one, as tfjs-core hands it on', () => {
  const step: Step = { name: 'predict', run: ([x]) => [reverse(x as Tensor, 1)] };
  const program = trace(step, { inputs: [{ shape: [2, 3], dtype: 'float32' }] });
  const x = NdArray.from([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  const [y] = interpret(optimize(program, undefined, { validate: true }), [x], new Map()).outputs;
  expect([...(y?.data ?? [])]).toEqual([3, 2, 1, 6, 5, 4]);
});
