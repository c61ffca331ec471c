import { valueAndGradients } from '@myelin/ops';
import {
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  add,
  avgPool,
  clipByValue,
  conv2d,
  div,
  gather,
  logSoftmax,
  matMul,
  maxPool,
  mean,
  mul,
  neg,
  oneHot,
  relu,
  reshape,
  rsqrt,
  setBackend,
  sigmoid,
  softmax,
  softplus,
  sqrt,
  square,
  sub,
  sum,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { type Values, noise, prepareBoth } from './testing/run-kernel.js';

interface Step {
  /** Initial values of the weights. */
  readonly weights: readonly Values[];
  readonly x: Values;
  readonly loss: (x: Tensor, weights: readonly Tensor[]) => Tensor;
}

const labels = (classes: number): Tensor => oneHot(tensor([0, 1, 2, 1, 0, 2, 2, 1], [8], 'int32'), classes);
const crossEntropy = (logits: Tensor): Tensor =>
  neg(mean(sum(mul(logSoftmax(logits), labels(logits.shape[1] ?? 0)), -1)));

const steps: Readonly<Record<string, Step>> = {
  'a dense network with softmax and cross-entropy': {
    x: noise([8, 20]),
    weights: [noise([20, 16], 2), noise([16], 3), noise([16, 3], 4), noise([3], 5)],
    loss: (x, [w1, b1, w2, b2]) => {
      const hidden = relu(add(matMul(x, w1 as Tensor2D), b1 as Tensor));
      return crossEntropy(add(matMul(hidden, w2 as Tensor2D), b2 as Tensor));
    },
  },
  "the course's network of convolutions": {
    x: noise([8, 12, 12, 1]),
    weights: [noise([2, 2, 1, 16], 2), noise([2, 2, 16, 8], 3), noise([32, 3], 4)],
    loss: (x, [first, second, dense]) => {
      const one = maxPool(relu(conv2d(x as Tensor4D, first as Tensor4D, 1, 'valid')), 2, 2, 'valid');
      const two = maxPool(relu(conv2d(one, second as Tensor4D, 1, 'valid')), 2, 2, 'valid');
      return crossEntropy(matMul(reshape(two, [8, 32]), dense as Tensor2D));
    },
  },
  'padding, strides and average pooling': {
    x: noise([8, 7, 6, 3]),
    weights: [noise([3, 3, 3, 5], 2), noise([10, 3], 4)],
    loss: (x, [filter, dense]) => {
      const y = avgPool(relu(conv2d(x as Tensor4D, filter as Tensor4D, 2, 'same')), 2, 2, 'valid');
      return crossEntropy(matMul(reshape(y, [8, -1]), dense as Tensor2D));
    },
  },
  'batch normalization and a dropout mask': {
    x: noise([8, 10]),
    weights: [noise([10, 6], 2), noise([6], 3), noise([6], 4), noise([6, 3], 5)],
    loss: (x, [kernel, gamma, beta, dense]) => {
      const y = matMul(x, kernel as Tensor2D);
      const centred = sub(y, mean(y, 0));
      const normal = mul(centred, rsqrt(add(mean(square(centred), 0), 1e-3)));
      const scaled = add(mul(normal, gamma as Tensor), beta as Tensor);
      const mask = tensor(
        Array.from({ length: 48 }, (_, i) => (i % 3 === 0 ? 0 : 1.5)),
        [8, 6],
      );
      return crossEntropy(matMul(mul(relu(scaled), mask), dense as Tensor2D));
    },
  },
  'an embedding and binary cross-entropy': {
    x: noise([8, 1]),
    weights: [noise([5, 4], 2), noise([4, 1], 3)],
    loss: (x, [table, dense]) => {
      const words = gather(table as Tensor, tensor([0, 4, 4, 1, 2, 0, 0, 3], [8], 'int32') as never);
      const logits = matMul(mul(words, x), dense as Tensor2D);
      return mean(sub(softplus(logits), mul(logits, sigmoid(x))));
    },
  },
  'clipped probabilities': {
    x: noise([8, 6]),
    weights: [noise([6, 3], 2)],
    loss: (x, [kernel]) =>
      mean(square(sub(clipByValue(softmax(matMul(x, kernel as Tensor2D)), 1e-7, 1 - 1e-7), labels(3)))),
  },
};

/** Losses and weights of five steps of Adam. */
async function train(backend: string, { weights, x, loss }: Step): Promise<number[]> {
  await setBackend(backend);
  return tidy(() => {
    const input = tensor(Float32Array.from(x.values), [...x.shape]);
    let state = weights.map(({ values, shape }) => {
      const value = tensor(Float32Array.from(values), [...shape]);
      return { value, m: mul(value, 0), v: mul(value, 0) };
    });
    const losses: number[] = [];
    for (let step = 1; step <= 5; step++) {
      const values = state.map(({ value }) => value);
      const { value, gradients } = valueAndGradients(() => loss(input, values), values);
      losses.push(...value.dataSync());
      state = state.map((old, i) => {
        const gradient = gradients[i] as Tensor;
        const m = add(mul(old.m, 0.9), mul(gradient, 0.1));
        const v = add(mul(old.v, 0.999), mul(square(gradient), 0.001));
        const [unbiasedM, unbiasedV] = [div(m, 1 - 0.9 ** step), div(v, 1 - 0.999 ** step)];
        return { m, v, value: sub(old.value, div(mul(unbiasedM, 0.01), add(sqrt(unbiasedV), 1e-7))) };
      });
    }
    return [...losses, ...state.flatMap(({ value }) => [...value.dataSync()])];
  });
}

test.each(Object.entries(steps))('five steps of Adam equal the cpu backend: %s', async (_, step) => {
  const backends = await prepareBoth();
  const expected = await train('cpu', step);
  expect(expected[4]).toBeLessThan(expected[0] ?? NaN);
  for (const backend of backends) {
    (await train(backend, step)).forEach((value, i) => {
      expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(1e-5);
    });
  }
});
