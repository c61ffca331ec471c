import '@tensorflow/tfjs-backend-cpu';
import { NdArray } from '@myelin/core';
import { sum, tensor, valueAndGradients } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { unitNormalization } from './unit-normalization.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);

describe('unitNormalization', () => {
  it('leaves zeros as they are, with a finite gradient', () => {
    tidy(() => {
      const x = tensor([[0, 0], [3, 4]]); // prettier-ignore
      const { gradients } = valueAndGradients(() => sum(unitNormalization()(x)), [x]);
      expectClose(host(unitNormalization()(x)), [[0, 0], [0.6, 0.8]]); // prettier-ignore
      expectClose(host(gradients[0] as Tensor), [[1e12, 1e12], [0.032, -0.024]]); // prettier-ignore
    });
  });

  it('refuses axes that are none', () => {
    expect(() => unitNormalization({ axis: [] })).toThrow('`axis` to be a whole number or several of them');
  });
});
