import { backend_util } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Convolution, convolve, filterGradient, inputGradient } from '../../native/testing/convolve.js';
import { expectResult, noise, prepareBoth, runKernel } from '../testing/run-kernel.js';

type Triple = [number, number, number];

const settings: readonly {
  readonly image: Triple;
  readonly filter: Triple;
  readonly strides: Triple;
  readonly pad: 'same' | 'valid';
}[] = [
  { image: [4, 5, 6], filter: [3, 3, 3], strides: [1, 1, 1], pad: 'same' },
  { image: [5, 6, 7], filter: [2, 3, 2], strides: [1, 1, 1], pad: 'valid' },
  { image: [6, 7, 5], filter: [3, 2, 3], strides: [2, 2, 2], pad: 'same' },
  { image: [4, 4, 4], filter: [1, 2, 1], strides: [2, 3, 3], pad: 'same' },
];

beforeAll(prepareBoth);

describe.each(settings)('volumes: $image, filter $filter, strides $strides, $pad', (setting) => {
  const [batch, channels, filters] = [2, 3, 5];
  const inputShape: [number, number, number, number, number] = [batch, ...setting.image, channels];
  const filterShape: [number, number, number, number, number] = [...setting.filter, channels, filters];
  const attrs = { strides: setting.strides, pad: setting.pad };
  const info = backend_util.computeConv3DInfo(inputShape, filterShape, setting.strides, 1, setting.pad);
  const { front, top, left } = info.padInfo;
  const definition: Convolution = {
    ...setting,
    ...{ batch, channels, filters, groups: 1, dilations: [1, 1, 1] },
    pad: [Math.max(0, front), Math.max(0, top), Math.max(0, left)],
    out: [info.outDepth, info.outHeight, info.outWidth],
  };
  const [x, filter, dy] = [noise(inputShape), noise(filterShape, 2), noise(info.outShape, 3)];
  const result = (shape: readonly number[], values: Float64Array) => ({
    shape,
    dtype: 'float32' as const,
    values: [...values],
  });

  test('equal the definition', async () => {
    const { values } = convolve(definition, x.values, filter.values);
    await expectResult('Conv3D', { x, filter }, { ...attrs, dilations: 1 }, result(info.outShape, values));
  });

  test('have the gradients of the definition', async () => {
    const dx = inputGradient(definition, dy.values, filter.values).values;
    await expectResult('Conv3DBackpropInputV2', { dy, filter }, { ...attrs, inputShape }, result(inputShape, dx));
    const dFilter = filterGradient(definition, x.values, dy.values).values;
    await expectResult('Conv3DBackpropFilterV2', { x, dy }, { ...attrs, filterShape }, result(filterShape, dFilter));
  }); // prettier-ignore

  test('have the gradient of the input that finite differences give', async () => {
    const [backend = ''] = await prepareBoth();
    const dx = await runKernel(backend, 'Conv3DBackpropInputV2', { dy, filter }, { ...attrs, inputShape });
    const value = (values: ArrayLike<number>): number =>
      convolve(definition, values, filter.values).values.reduce(
        (sum, y, i) => sum + y * (dy.values[i] ?? NaN),
        0,
      );
    for (let i = 0; i < dx.values.length; i += 37) {
      const moved = (by: number) => Array.from(x.values, (at, j) => (j === i ? at + by : at));
      expect(dx.values[i]).toBeCloseTo((value(moved(0.5)) - value(moved(-0.5))) / 1, 5);
    }
  });
});
