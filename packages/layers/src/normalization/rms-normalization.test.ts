import '@tensorflow/tfjs-backend-cpu';
import { NdArray } from '@myelin/core';
import { tensor, transpose } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { rmsNormalization } from './rms-normalization.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);

describe('rmsNormalization', () => {
  it('does the same along every axis, where Keras knows only the last ones', () => {
    const [first, last] = [rmsNormalization({ axis: 1 }), rmsNormalization()];
    first.build([null, 3, 2]);
    last.build([null, 2, 3]);
    for (const layer of [first, last]) layer.setWeights([[1, 2, 3]]);
    tidy(() => {
      const x = tensor([[[1, 2], [-3, 4], [5, -6]]]); // prettier-ignore
      const swapped = (y: Tensor): Tensor => transpose(y, { axes: [0, 2, 1] });
      expectClose(host(first(x)), host(swapped(last(swapped(x)))));
    });
  });

  it('refuses what makes no sense', () => {
    expect(() => rmsNormalization({ axis: 0.5, name: 'r' })).toThrow(
      'r (RMSNormalization): expected `axis` to be a whole number or several of them, got 0.5',
    );
    expect(() => rmsNormalization()(input({ shape: [null] }))).toThrow('expected a known size of axis -1');
  });
});
