import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueAndGradients } from '@myelin/ops';
import {
  type Tensor4D,
  backend_util,
  conv2dTranspose,
  mul,
  setBackend,
  sum,
  tensor,
} from '@tensorflow/tfjs-core';
import {
  type Convolution as Definition,
  type Sums,
  filterGradient,
  inputGradient,
} from '../../native/testing/convolve.js';
import {
  type Result,
  type Values,
  expectEqualsCpu,
  expectResult,
  noise,
  prepareBoth,
} from '../testing/run-kernel.js';

interface Convolution {
  readonly image: readonly [number, number];
  readonly filter: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly channels: number;
  readonly filters: number;
  readonly pad: 'same' | 'valid' | number | readonly (readonly [number, number])[];
  readonly batch?: number;
}

/** All three products of a convolution equal those of the cpu backend. */
async function expectConvolution({ batch = 2, ...setting }: Convolution): Promise<void> {
  const { image, filter, strides, channels, filters, pad } = setting;
  const inputShape = [batch, ...image, channels] as [number, number, number, number];
  const filterShape = [...filter, channels, filters] as [number, number, number, number];
  const attrs = { strides, pad, dataFormat: 'NHWC', dilations: 1 };
  const { outShape } = backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    [...strides],
    1,
    pad as 'same',
  );
  const x = noise(inputShape);
  const weights = noise(filterShape, 2);
  const dy = noise(outShape, 3);
  await expectEqualsCpu('Conv2D', { x, filter: weights }, attrs);
  await expectEqualsCpu('Conv2DBackpropFilter', { x, dy }, { ...attrs, filterShape });
  await expectEqualsCpu('Conv2DBackpropInput', { dy, filter: weights }, { ...attrs, inputShape });
}

describe('the convolutions and their gradients', () => {
  test.each<Convolution>([
    { image: [28, 28], filter: [2, 2], strides: [1, 1], channels: 1, filters: 16, pad: 'valid' },
    { image: [13, 13], filter: [2, 2], strides: [1, 1], channels: 16, filters: 32, pad: 'valid' },
    { image: [9, 8], filter: [3, 3], strides: [2, 2], channels: 3, filters: 10, pad: 'same' },
    { image: [7, 7], filter: [1, 1], strides: [1, 1], channels: 5, filters: 9, pad: 'valid' },
    { image: [7, 8], filter: [1, 1], strides: [2, 3], channels: 5, filters: 9, pad: 'same' },
    { image: [6, 6], filter: [4, 3], strides: [1, 2], channels: 8, filters: 1, pad: 2 },
    { image: [5, 7], filter: [3, 2], strides: [2, 1], channels: 2, filters: 3, pad: [[0, 0], [1, 2], [0, 1], [0, 0]] }, // prettier-ignore
    { image: [40, 5], filter: [5, 5], strides: [1, 1], channels: 24, filters: 20, pad: 'same' },
  ])('$image, filter $filter, strides $strides, $pad', expectConvolution);

  test('a stride beyond the filter, and beyond the image', async () => {
    for (const pad of ['same', 'valid'] as const) {
      const setting = { channels: 3, filters: 5, pad };
      await expectConvolution({ ...setting, image: [7, 9], filter: [2, 2], strides: [3, 4] });
      await expectConvolution({ ...setting, image: [4, 4], filter: [2, 2], strides: [5, 7] });
      await expectConvolution({ ...setting, image: [3, 3], filter: [3, 3], strides: [8, 8] });
      await expectConvolution({ ...setting, image: [1, 1], filter: [1, 1], strides: [2, 2] });
    }
  });

  test('any geometry', async () => {
    const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          image: fc.tuple(size(11), size(11)),
          filter: fc.tuple(size(4), size(4)),
          strides: fc.tuple(size(4), size(4)),
          channels: size(9),
          filters: size(12),
          pad: fc.constantFrom('same' as const, 'valid' as const),
          batch: size(2),
        }),
        async (setting) => {
          const fits = setting.filter.every((length, axis) => length <= (setting.image[axis] ?? 0));
          fc.pre(fits || setting.pad === 'same');
          await expectConvolution(setting);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('dilated convolutions, and their gradients', async () => {
  const [x, filter, dy] = [noise([2, 9, 8, 3]), noise([3, 2, 3, 5], 2), noise([2, 9, 8, 5], 3)];
  const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: [2, 3] };
  await expectEqualsCpu('Conv2D', { x, filter }, attrs);
  const definition: Definition = {
    ...{ batch: 2, channels: 3, filters: 5, groups: 1 },
    ...{ image: [1, 9, 8], filter: [1, 3, 2], strides: [1, 1, 1], dilations: [1, 2, 3] },
    ...{ pad: [0, 2, 1], out: [1, 9, 8] },
  };
  const result = ({ shape }: Values, { values }: Sums): Result => ({
    shape,
    dtype: 'float32',
    values: [...values],
  });
  const dx = result(x, inputGradient(definition, dy.values, filter.values));
  await expectResult('Conv2DBackpropInput', { dy, filter }, { ...attrs, inputShape: x.shape }, dx);
  const dFilter = result(filter, filterGradient(definition, x.values, dy.values));
  await expectResult('Conv2DBackpropFilter', { x, dy }, { ...attrs, filterShape: filter.shape }, dFilter);
});

describe('fused convolutions', () => {
  const inputs = { x: noise([2, 6, 6, 3]), filter: noise([3, 3, 3, 6], 2) };
  const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1, leakyreluAlpha: 0.3 };

  test.each(['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'])(
    'with a bias and %s',
    async (activation) => {
      await expectEqualsCpu('FusedConv2D', { ...inputs, bias: noise([6], 3) }, { ...attrs, activation });
    },
  );

  test('with prelu, and dilated', async () => {
    const preluActivationWeights = noise([1, 1, 6], 4);
    await expectEqualsCpu('FusedConv2D', { ...inputs, preluActivationWeights }, { ...attrs, activation: 'prelu' }); // prettier-ignore
    const bias = noise([6], 3);
    await expectEqualsCpu('FusedConv2D', { ...inputs, bias }, { ...attrs, dilations: 2, activation: 'relu' });
  });
});

test('transposed convolutions have gradients', async () => {
  const [x, filter, weights] = [noise([2, 5, 4, 6]), noise([3, 3, 8, 6], 2), noise([2, 10, 8, 8], 3)];
  const gradientsOn = async (backend: string): Promise<number[][]> => {
    await setBackend(backend);
    const [input, kernel, scale] = [x, filter, weights].map(({ values, shape }) =>
      tensor(Float32Array.from(values), [...shape]),
    ) as unknown as [Tensor4D, Tensor4D, Tensor4D];
    const { gradients } = valueAndGradients(() => {
      const y = conv2dTranspose(input, kernel, [2, 10, 8, 8], 2, 'same');
      return sum(mul(mul(y, y), scale));
    }, [input, kernel]);
    return gradients.map((gradient) => [...gradient.dataSync()]);
  };
  const backends = await prepareBoth();
  const expected = await gradientsOn('cpu');
  for (const backend of backends) {
    (await gradientsOn(backend)).forEach((gradient, i) => {
      const largest = Math.max(...(expected[i] ?? []).map(Math.abs));
      gradient.forEach((value, j) => {
        expect(Math.abs(value - (expected[i]?.[j] ?? NaN)) / largest).toBeLessThan(3e-6);
      });
    });
  }
});
