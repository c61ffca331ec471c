import { wasm } from '@myelin/backend-wasm';
import { NdArray } from '@myelin/core';
import {
  add,
  associativeScan,
  customGradient,
  foriLoop,
  map,
  multiply,
  scan,
  square,
  stopGradient,
  subtract,
  sum,
  switchCase,
  valueAndGradients,
  vectorize,
} from '@myelin/ops';
import { runStep } from '@myelin/testing';
import { type Tensor, cast } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';

const runtime = wasm();
const x = NdArray.from([1, 2, 3]);

const steps: readonly (readonly [name: string, f: (x: Tensor) => Tensor, gradient: readonly number[]])[] = [
  [
    'scan without sequences',
    (x) =>
      scan(([y]) => ({ carry: [multiply(y as Tensor, 3)], outputs: [] }), { carry: [x], length: 2 })
        .carry[0] as Tensor,
    [9, 9, 9],
  ],
  ['map', (x) => map((row) => square(row), x), [2, 4, 6]],
  ['vectorize', (x) => vectorize((a, b) => multiply(a, b))(x, x), [2, 4, 6]],
  ['associativeScan', (x) => associativeScan((a, b) => multiply(a, b), x), [9, 4, 2]],
  [
    'customGradient',
    customGradient((y: Tensor) => {
      const twice = add(y, y);
      return [square(y), (upstream) => multiply(upstream, multiply(twice, 5))];
    }),
    [10, 20, 30],
  ],
  [
    'switchCase',
    (x) => switchCase(cast(sum(x), 'int32'), [square, (y: Tensor) => multiply(y, 7)], x),
    [7, 7, 7],
  ],
  ['foriLoop', (x) => subtract(square(x), stopGradient(foriLoop(0, 3, (_, y) => add(y, y), x))), [2, 4, 6]],
];

it.each(steps)('%s is in a program, with its gradient', async (_, f, gradient) => {
  const [value, slope] = await runStep(runtime, [x], ([given]) => {
    const { value, gradients } = valueAndGradients(() => sum(f(given as Tensor)), [given as Tensor]);
    return [value, ...gradients];
  });
  expect(slope?.toArray()).toEqual(gradient);
  expect(value?.toArray()).toBeTypeOf('number');
});
