import {
  type Tensor,
  type Tensor1D,
  bincount,
  setBackend,
  slice,
  tensor,
  tensor1d,
  topk,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareBoth } from '../testing/run-kernel.js';

describe.each(['myelin-wasm', 'myelin-wasm-portable'])('on %s', (backend) => {
  beforeAll(async () => {
    await prepareBoth();
    await setBackend(backend);
  });

  test('the largest come in order, equal ones by place', () => {
    const { values, indices } = topk(tensor([[1, 5, 3, 5, 5], [2, 2, 9, 2, 9]]), 4); // prettier-ignore
    expect(values.arraySync()).toEqual([[5, 5, 5, 3], [9, 9, 2, 2]]); // prettier-ignore
    expect(indices.arraySync()).toEqual([[1, 3, 4, 2], [2, 4, 0, 1]]); // prettier-ignore
    const ints = topk(tensor([7, -1, 1_000_000_007, 1_000_000_006], [4], 'int32'), 3);
    expect(ints.values.dtype).toBe('int32');
    expect(ints.values.arraySync()).toEqual([1_000_000_007, 1_000_000_006, 7]);
    const bools = topk(tensor([false, true, false], [3], 'bool'), 2);
    expect(bools.values.arraySync()).toEqual([1, 0]);
    expect(bools.indices.arraySync()).toEqual([1, 0]);
    expect(topk(tensor([1, 2]), 0).values.shape).toEqual([0]);
  });

  test('a slice beyond the tensor is refused', () => {
    const x = tensor([1, 2, 3, 4], [2, 2]);
    expect(() => slice(x, [1, 1], [10, 10])).toThrow('would overflow');
    expect(slice(x, [1, 0], [1, -1]).arraySync()).toEqual([[3, 4]]);
  });

  test('values of any shape are counted together', () => {
    const x: Tensor = tensor([0, 1, 1, 3, 3, 3], [2, 3], 'int32');
    expect(bincount(x as Tensor1D, tensor1d([]), 5).dataSync()).toEqual(Float32Array.of(1, 2, 0, 3, 0));
  });
});
