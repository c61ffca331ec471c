import '@tensorflow/tfjs-backend-cpu';
import { glorotUniform } from '@myelin/initializers';
import { clearSession } from '@myelin/core';
import { ones } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { einsumDense } from './einsum-dense.js';
import { input } from './input.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('einsumDense', () => {
  it('leaves sizes open, and gives the bias the axes that it needs', () => {
    const layer = einsumDense({ equation: 'abc,cde->abde', outputShape: [null, 2, 3], biasAxes: 'd' });
    expect(layer(input({ shape: [null, 4] })).shape).toEqual([null, null, 2, 3]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['einsum_dense/kernel', [4, 2, 3]],
      ['einsum_dense/bias', [2, 1]],
    ]);
  });

  it('scales the first weights by the axes that lead in and out', async () => {
    const kernelInitializer = glorotUniform({ seed: 1 });
    const layer = einsumDense({ equation: 'abcd,cde->abe', outputShape: [2, 8], kernelInitializer });
    layer.build([null, 2, 16, 16]);
    const [kernel] = await layer.getWeights();
    const largest = Math.max(...Array.from(kernel?.data as Float32Array, Math.abs));
    const limit = Math.sqrt(6 / (256 + 8));
    expect(largest).toBeLessThan(limit);
    expect(largest).toBeGreaterThan(0.99 * limit);
    expect(layer.getConfig()).toMatchObject({ kernel_initializer: { config: { input_axes: null } } });
  });

  it('refuses equations that make no sense', () => {
    const build = (equation: string, biasAxes: string | null = null): void => {
      einsumDense({ equation, outputShape: 3, biasAxes, name: 'e' }).build([null, 4]);
    };
    expect(() => {
      build('ab,bc');
    }).toThrow('e (EinsumDense): expected `equation` to be in one of the forms');
    expect(() => {
      build('ab,bc->ad');
    }).toThrow('expected axis d in a second place of the equation');
    expect(() => {
      build('ab,bcd->ac');
    }).toThrow('expected axis d in a second place');
    expect(() => {
      build('ab,bc->ac', 'b');
    }).toThrow('`biasAxes` to be among the axes ac of the output, got "b"');
    expect(() => {
      build('abc,cd->abd');
    }).toThrow('expected an input with 3 axes for the equation abc,cd->abd, got the shape (None, 4).');
    expect(() => {
      build('ab,bc->abc');
    }).toThrow('expected the size 3 of its `outputShape` for axis b of ab,bc->abc, got 4');
    expect(() => einsumDense({ equation: 'ab,bc->ac', outputShape: -1 })).toThrow('`outputShape`');
  });

  it('refuses inputs that do not fit', () => {
    const layer = einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 3] });
    expect(() => layer(input({ shape: [2, null] }))).toThrow('a known size of axis c of abc,cd->abd');
    layer(input({ shape: [2, 4] }));
    tidy(() => {
      expect(() => layer(ones([2, 4]))).toThrow('an input with 3 axes');
      expect(() => layer(ones([2, 2, 5]))).toThrow('an input whose axis 2 has the size 4');
    });
  });
});
