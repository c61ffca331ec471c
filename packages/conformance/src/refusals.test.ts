import { wasm } from '@myelin/backend-wasm';
import { TraceError, defineLayer, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { type Model, sequential } from '@myelin/models';
import { eig, matmul, multiply, sum, transpose } from '@myelin/ops';
import { type Tensor, cumprod } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it, vi } from 'vitest';

/** A model whose second layer, `odd`, computes so. */
function modelWith(call: (x: Tensor) => Tensor, jitCompile: boolean | 'auto'): Model {
  const odd = defineLayer({
    className: 'Odd',
    defaults: {},
    build: () => ({}),
    computeOutputShape: (shape) => shape,
    call: (x: Tensor) => call(x),
  });
  const model = sequential([dense({ units: 3, inputShape: [2], name: 'first' }), odd({ name: 'odd' })]);
  model.compile({ optimizer: 'sgd', loss: 'mse', jitCompile });
  return model;
}

/** What is given, times the sum of the eigenvalues of its square: those are the squares of all elements. */
function sumOfValues(x: Tensor): Tensor {
  return multiply(x, sum(eig(matmul(transpose(x), x))[0][0]));
}

beforeAll(() => useBackend(wasm()));

it.each<[string, (x: Tensor) => Tensor, RegExp]>([
  [
    'reads values',
    (x) => {
      x.dataSync();
      return x;
    },
    /^odd \(Odd\), Reading a tensor: expected a tensor with values, got .*Express the choice with `where`/,
  ],
  [
    'computes on the host',
    sumOfValues,
    /^odd \(Odd\), eig: expected a tensor with values, got .*It computes on the host/,
  ],
  [
    'draws without a seed',
    (x) => multiply(x, Math.random()),
    /^odd \(Odd\), the predict step: expected random numbers from a seed, got Math.random\. Draw with/,
  ],
  [
    'uses an op that no program computes',
    (x) => cumprod(x, 1),
    /^the predict step, Cumprod in sequential\w*\/odd: expected an operation that programs can compute, got Cumprod\.$/,
  ],
])('names the layer that %s', async (_, call, message) => {
  const refused = modelWith(call, true).predict([[1, 2]]);
  await expect(refused).rejects.toThrow(TraceError);
  await expect(modelWith(call, true).predict([[1, 2]])).rejects.toThrow(message);
});

it('runs op by op instead, after one warning, where it is left to it', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const model = modelWith((x) => cumprod(x, 1), 'auto');
  await model.predict([[1, 2]]);
  await model.predict([
    [1, 2],
    [3, 4],
  ]);
  expect(warn.mock.calls.flat().filter((text) => String(text).includes('Cumprod'))).toEqual([
    expect.stringMatching(
      /^The predict step runs op by op: the predict step, Cumprod in sequential\w*\/odd: /,
    ),
  ]);
  warn.mockRestore();
});

it('tells by explain which op runs on the host', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const model = modelWith(sumOfValues, 'auto');
  const [first] = await model.getLayer('first').getWeights();
  const [[a = 0, b = 0, c = 0]] = [[...(first?.data ?? [])].map(Number)];
  const square = a * a + b * b + c * c;
  const predicted = [...(await model.predict([[1, 0]])).data].map(Number);
  [a, b, c].forEach((value, i) => {
    expect(predicted[i]).toBeCloseTo(value * square, 5);
  });
  const { steps } = await model.explain([[1, 0]]);
  expect(steps[0]?.report).toMatchObject({
    kind: 'op by op',
    reason: expect.stringContaining('eig') as string,
  });
  warn.mockRestore();
});
