import '@tensorflow/tfjs-backend-cpu';
import { NdArray } from '@myelin/core';
import { multiply, ones, sum, tensor, valueAndGradients } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { batchNormalization } from './batch-normalization.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);
const batch = [
  [1, -2],
  [3, 0],
  [-1, 4],
  [2, 2.5],
];

describe('batchNormalization', () => {
  it('normalizes the batch in training, also far from zero', () => {
    const column = [999.25, 1000.5, 1001, 1000.25, 998.5];
    const mean = column.reduce((total, x) => total + x, 0) / column.length;
    const variance = column.reduce((total, x) => total + (x - mean) ** 2, 0) / column.length;
    const expected = column.map((x) => [(x - mean) / Math.sqrt(variance + 1e-3)]);
    tidy(() => {
      const y = batchNormalization()(tensor(column.map((x) => [x])), { training: true });
      expectClose(host(y), expected, { rtol: 1e-4 });
    });
  });

  it('follows the statistics of the batches, and takes them at inference', async () => {
    const layer = batchNormalization({ momentum: 0.5, epsilon: 0 });
    tidy(() => layer(tensor([[2], [6]]), { training: true }));
    const [gamma, beta, movingMean, movingVariance] = await layer.getWeights();
    expect([gamma, beta, movingMean, movingVariance].map((weight) => weight?.toArray())).toEqual([
      [1],
      [0],
      [2],
      [2.5],
    ]);
    tidy(() => {
      expectClose(host(layer(tensor([[7]]))), [[5 / Math.sqrt(2.5)]]);
    });
  });

  it('stays as it is where it is frozen', async () => {
    const layer = batchNormalization({ epsilon: 0 });
    layer.build([null, 1]);
    layer.trainable = false;
    tidy(() => {
      expect(layer(tensor([[2], [6]]), { training: true }).arraySync()).toEqual([[2], [6]]);
    });
    expect((await layer.getWeights()).map((weight) => weight.item())).toEqual([1, 0, 0, 1]);
    expect([layer.trainableWeights.length, layer.nonTrainableWeights.length]).toEqual([0, 4]);
  });

  // Values of Keras 3.15.1 for this batch, two steps with momentum 0.9 and renormMomentum 0.8.
  it.each([
    {
      clipping: null,
      first: [
        [1.6, -1.2],
        [4.6, -0.2],
        [-1.4, 1.8],
        [3.1, 1.05],
      ],
      second: [
        [1.1265802, -1.0826969],
        [3.8641272, -0.2892615],
        [-1.6109667, 1.2976091],
        [2.4953537, 0.7025327],
      ],
      gradientOfX: [
        [1.0328994, -0.0123811],
        [-1.2302947, -0.2344572],
        [-0.7539068, -0.4286093],
        [0.9513024, 0.6754477],
      ],
      gradientOfGamma: [-0.9000001, -9.5],
    },
    {
      clipping: { rmin: 0.8, rmax: 1.5, dmax: 0.6 },
      first: [
        [0.625, -0.9182642],
        [3.6250005, -0.2665751],
        [-2.3750002, 1.036803],
        [2.125, 0.5480362],
      ],
      second: [
        [0.6578066, -0.9182642],
        [3.3953536, -0.2665751],
        [-2.0797403, 1.036803],
        [2.0265801, 0.5480362],
      ],
      gradientOfX: [
        [1.0328994, -0.0080686],
        [-1.2302947, -0.1527932],
        [-0.7539068, -0.27932],
        [0.9513024, 0.4401819],
      ],
      gradientOfGamma: [-1.5500001, -6.3907714],
    },
  ])('renormalizes as Keras does with $clipping', async ({ clipping, ...expected }) => {
    const layer = batchNormalization({
      renorm: true,
      renormClipping: clipping,
      momentum: 0.9,
      renormMomentum: 0.8,
    });
    expect(layer.getConfig()).toMatchObject({ renorm: true, renorm_clipping: clipping ?? {} });
    layer.build([null, 2]);
    const [, , ...statistics] = await layer.getWeights();
    const start = [[1.5, 0.5], [0.1, -0.2], ...statistics];
    const upstream = [
      [1, 2],
      [-1, 0.5],
      [0.3, -2],
      [0.7, 1],
    ];
    const close = { rtol: 1e-5, atol: 1e-6 };
    layer.setWeights(start);
    tidy(() => {
      const x = tensor(batch);
      expectClose(host(layer(x, { training: true })), expected.first, close);
      expectClose(host(layer(x, { training: true })), expected.second, close);
    });
    const after = Object.fromEntries(
      await Promise.all(layer.weights.map(async (weight) => [weight.name, await weight.read()] as const)),
    );
    expectClose(after['moving_mean'] as NdArray, [0.2375, 0.21375], close);
    expectClose(after['moving_variance'] as NdArray, [1.189451, 1.5548198], close);
    expectClose(after['moving_stddev'] as NdArray, [1.0910779, 1.2473251], close);
    expectClose(after['renorm_mean'] as NdArray, [0.45, 0.405], close);
    expectClose(after['renorm_stddev'] as NdArray, [1.1725688, 1.4686161], close);
    layer.setWeights(start);
    tidy(() => {
      const x = tensor(batch);
      const total = (): Tensor => sum(multiply(layer(x, { training: true }), tensor(upstream)));
      const { gradients } = valueAndGradients(total, [x]);
      expectClose(host(gradients[0] as Tensor), expected.gradientOfX, close);
    });
  });

  it('refuses what makes no sense', () => {
    const layer = batchNormalization({ name: 'bn', axis: 3 });
    expect(() => layer(input({ shape: [4] }))).toThrow(
      'bn (BatchNormalization): expected a known size of axis 3',
    );
    expect(() => batchNormalization()(input({ shape: [null] }))).toThrow('a known size of axis -1');
    const built = batchNormalization({ name: 'b' });
    built.build([null, 3]);
    tidy(() => {
      expect(() => built(ones([2, 4]))).toThrow('whose axis -1 has the size 3');
      expect(() => built(ones([2, 2, 3]))).toThrow('an input with 2 axes');
    });
    expect(() => batchNormalization({ renorm: true, renormClipping: { rmin: 2, rmax: 1 } })).toThrow(
      '`renormClipping` to hold `rmin`, `rmax` of at least `rmin`',
    );
  });
});
