import '@tensorflow/tfjs-backend-cpu';
import { ArgumentError } from '@myelin/core';
import { type Tensor, memory, scalar, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  add,
  associativeScan,
  evaluateAbstractly,
  foriLoop,
  map,
  matmul,
  multiply,
  ones,
  reshape,
  square,
  subtract,
  sum,
  switchCase,
  tensor,
  valueAndGradients,
  vectorize,
  vectorizedMap,
} from '../index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const spec = (...shape: number[]): { shape: number[]; dtype: 'float32' } => ({ shape, dtype: 'float32' });

// What Keras 3.15.1 returns, but for `vectorize`, which does not broadcast on TensorFlow.
describe('map', () => {
  const xs = tensor([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);

  it('stacks what a function makes of each row', () => {
    expect(map((x) => sum(square(x)), xs).arraySync()).toEqual([5, 25, 61]);
  });

  it('takes and returns lists and records', () => {
    const { total, both } = map(([x, y]) => ({ total: sum(x), both: [add(x, y), y] as const }), [
      xs,
      tensor([1, 2, 3]),
    ] as const);
    expect(total.arraySync()).toEqual([3, 7, 11]);
    expect(both[0].arraySync()).toEqual([
      [2, 3],
      [5, 6],
      [8, 9],
    ]);
    expect(both[1].arraySync()).toEqual([1, 2, 3]);
  });

  it('has gradients by its rows and by what the function uses, also of one row', () => {
    const weight = tensor([2, -1]);
    for (const rows of [xs, tensor([[1, 2]])]) {
      const { gradients } = valueAndGradients(
        () => sum(vectorizedMap((x) => multiply(square(x), weight), rows)),
        [rows, weight],
      );
      expect(gradients[0]?.arraySync()).toEqual(multiply(rows, tensor([4, -2])).arraySync());
      expect(gradients[1]?.arraySync()).toEqual(sum(square(rows), { axis: 0 }).arraySync());
    }
  });

  it('knows its shape without values', () => {
    const shapes = evaluateAbstractly((x) => map((row) => sum(row), x), [spec(3, 2)]);
    expect(shapes).toEqual([spec(3)]);
  });
});

describe('foriLoop', () => {
  it.each([
    [0, 5, 10],
    [3, 3, 0],
    [2, 4, 5],
  ])('goes from %i up to %i', (lower, upper, expected) => {
    const body = (i: Tensor, total: Tensor): Tensor => add(total, i);
    expect(foriLoop(lower, upper, body, scalar(0, 'int32')).arraySync()).toBe(expected);
    expect(foriLoop(scalar(lower, 'int32'), scalar(upper, 'int32'), body, scalar(0)).arraySync()).toBe(
      expected,
    );
  });
});

describe('switchCase', () => {
  const branches = [add, subtract, multiply].map((op) => (a: Tensor, b: Tensor) => op(a, b));
  const [a, b] = [tensor([5]), tensor([3])];

  it.each([
    [-2, 8],
    [0, 8],
    [1, 2],
    [2, 15],
    [7, 15],
  ])('runs branch %i, or the nearest one', (index, expected) => {
    expect(switchCase(index, branches, a, b).arraySync()).toEqual([expected]);
    expect(switchCase(scalar(index, 'int32'), branches, a, b).arraySync()).toEqual([expected]);
  });

  it('has the gradient of the branch that runs, and a shape without values', () => {
    const { gradients } = valueAndGradients(
      () => sum(switchCase(scalar(2, 'int32'), branches, a, b)),
      [a, b],
    );
    expect(gradients.map((gradient) => gradient.arraySync())).toEqual([[3], [5]]);
    const shapes = evaluateAbstractly(
      (index, x) => switchCase(index, branches, x, x),
      [{ shape: [], dtype: 'int32' }, spec(4)],
    );
    expect(shapes).toEqual([spec(4)]);
  });

  it('refuses to choose among none', () => {
    expect(() => switchCase(0, [])).toThrow(ArgumentError);
  });
});

describe('vectorize', () => {
  it('broadcasts what is not excluded', () => {
    const f = vectorize((a, b, c) => add(multiply(a, b), sum(c)), { excluded: [2] });
    expect(f(tensor([[1], [4]]), tensor([2, 3]), ones([2])).arraySync()).toEqual([
      [4, 5],
      [10, 14],
    ]);
  });

  it('works on the axes of its signature', () => {
    const product = vectorize(
      (m, v) => reshape(matmul(m, reshape(v, { newshape: [-1, 1] })), { newshape: [-1] }),
      {
        signature: '(m,n),(n)->(m)',
      },
    );
    const matrices = tensor([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [0, 1],
        [1, 0],
      ],
    ]);
    expect(product(matrices, tensor([1, 10])).arraySync()).toEqual([
      [21, 43],
      [10, 1],
    ]);
  });

  it('refuses a signature of another number of arguments', () => {
    expect(() => vectorize((a) => a, { signature: '(n),(n)->()' })(ones([2]))).toThrow(ArgumentError);
  });
});

describe('associativeScan', () => {
  it.each([1, 2, 3, 4, 5, 8, 11])('combines %i elements', (length) => {
    const values = Array.from({ length }, (_, i) => i + 1);
    const sums = values.map((value) => (value * (value + 1)) / 2);
    expect(associativeScan((x, y) => add(x, y), tensor(values)).arraySync()).toEqual(sums);
    const backwards = associativeScan((x, y) => add(x, y), tensor([...values].reverse()), { reverse: true });
    expect(backwards.arraySync()).toEqual([...sums].reverse());
  });

  it('keeps the order where that counts', () => {
    // Of affine maps `x → a · x + b`, one after the other.
    const [a, b] = associativeScan<readonly [Tensor, Tensor]>(
      ([a1, b1], [a2, b2]) => [multiply(a2, a1), add(multiply(a2, b1), b2)],
      [tensor([[2, 3, 4]]), tensor([[1, 1, 1]])],
      { axis: -1 },
    );
    expect([a.arraySync(), b.arraySync()]).toEqual([[[2, 6, 24]], [[1, 4, 17]]]);
  });

  it('has gradients', () => {
    const x = tensor([1, 2, 3]);
    const { gradients } = valueAndGradients(() => sum(associativeScan((a, b) => multiply(a, b), x)), [x]);
    expect(gradients[0]?.arraySync()).toEqual([9, 4, 2]);
  });
});

it('makes no tensors but its results', () => {
  const x = ones([4]);
  const before = memory().numTensors;
  tidy(() =>
    associativeScan(
      (a, b) => add(a, b),
      map((row) => square(row), x),
    ),
  ).dispose();
  expect(memory().numTensors).toBe(before);
});
