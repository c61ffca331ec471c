import '@tensorflow/tfjs-backend-cpu';
import { SymbolicTensor } from '@myelin/core';
import { type Tensor, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  conv,
  luFactor,
  matmul,
  max,
  maximum,
  mean,
  minimum,
  multiply,
  ones,
  randomUniform,
  relu,
  reshape,
  softmax,
  sum,
  tensor,
  valueAndGradients,
} from './index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('ops', () => {
  it('compute on tensors and promote numbers as Keras does', () => {
    const ints = tensor([1, 2], 'int32');
    expect(add(ints, 2).dtype).toBe('int32');
    expect(add(ints, 0.5).dtype).toBe('float32');
    expect(multiply(ints, tensor([0.5, 2])).arraySync()).toEqual([0.5, 4]);
  });

  it('extend a graph on symbolic tensors', () => {
    const x = new SymbolicTensor([null, 8]);
    const y: SymbolicTensor = add(matmul(x, ones([8, 3])), 1);
    expect(y.shape).toEqual([null, 3]);
    expect(y.origin?.node.operation.className).toBe('Add');
  });

  it('split the gradient of max between ties', () => {
    const x = tensor([
      [1, 3, 3],
      [5, 2, 1],
    ]);
    const { gradients } = valueAndGradients(() => sum(max(x, { axis: 1 })), [x]);
    expect(gradients[0]?.arraySync()).toEqual([
      [0, 0.5, 0.5],
      [1, 0, 0],
    ]);
  });

  it.each([
    ['maximum', maximum, [1, 3]],
    ['minimum', minimum, [2, 0]],
  ] as const)('sum the gradient of %s over what was repeated', (_, op, expected) => {
    const x = tensor([[2], [7]]);
    const others = tensor([1, 5, 3]);
    const { gradients } = valueAndGradients(() => sum(op(x, others)), [x]);
    expect([...(gradients[0] as Tensor).dataSync()]).toEqual(expected);
  });

  it('have gradients where tfjs-core alone has none', () => {
    const kernel = ones([2, 2, 1, 1]);
    const x = ones([1, 5, 5, 1]);
    const { gradients } = valueAndGradients(() => sum(conv(x, kernel, { dilationRate: 2 })), [kernel]);
    expect([...(gradients[0] as Tensor).dataSync()]).toEqual([9, 9, 9, 9]);
  });

  it('draw the same numbers from the same state', () => {
    const state = tensor([7, 0], 'int32');
    expect(randomUniform(state, [5]).arraySync()).toEqual(randomUniform(state, [5]).arraySync());
    const many = mean(randomUniform(state, [10000])).arraySync() as number;
    expect(Math.abs(many - 0.5)).toBeLessThan(0.01);
  });

  it.each([
    {
      matrix: [
        [1, 2],
        [2, 4],
      ],
      factors: [
        [2, 4],
        [0.5, 0],
      ],
      places: [1, 0],
    },
    {
      matrix: [
        [0, 1],
        [0, 2],
      ],
      factors: [
        [0, 1],
        [0, 2],
      ],
      places: [0, 1],
    },
  ])('take singular matrices apart: $matrix', ({ matrix, factors, places }) => {
    const [lu, rows] = luFactor(tensor(matrix));
    expect(lu.arraySync()).toEqual(factors);
    expect(rows.arraySync()).toEqual(places);
  });

  it('softmax over any axis', () => {
    const y = softmax(reshape(tensor([0, 0, 5, 5]), { newshape: [2, 2] }), { axis: 0 });
    expect(sum(y, { axis: 0 }).arraySync()).toEqual([1, 1]);
  });
});

describe('gradients at the kink', () => {
  it.each([['absolute', absolute, [-1, 0, 1]] as const, ['relu', relu, [0, 0, 1]] as const])(
    '%s',
    (_, op, expected) => {
      const x = tensor([-2, 0, 3]);
      const { gradients } = valueAndGradients(() => sum(op(x)), [x]);
      expect([...(gradients[0] as Tensor).dataSync()]).toEqual(expected);
    },
  );
});
