import '@tensorflow/tfjs-backend-cpu';
import { PyFloat, clearSession, maskOf } from '@myelin/core';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { activation } from '../activation/activation.js';
import { add } from '../merging/add.js';
import { concatenate } from '../merging/concatenate.js';
import { globalAveragePooling1d } from '../pooling/global-average-pooling1d.js';
import { dropout } from '../regularization/dropout.js';
import { flatten } from '../reshaping/flatten.js';
import { dense } from './dense.js';
import { input } from './input.js';
import { masking } from './masking.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('masking', () => {
  it('masks the steps whose features all are the value, and makes them 0', () => {
    tidy(() => {
      const y = masking({ maskValue: 2 })(
        tensor([
          [
            [2, 2],
            [2, 1],
          ],
        ]),
      );
      expect(y.arraySync()).toEqual([
        [
          [0, 0],
          [2, 1],
        ],
      ]);
      expect(maskOf(y)?.arraySync()).toEqual([[0, 1]]);
    });
  });

  it('starts a mask in a graph, made of operations as in Keras', () => {
    const y = masking()(input({ shape: [5, 3] }));
    const any = maskOf(y)?.origin?.node;
    const notEqual = any?.inputs[0]?.origin?.node;
    expect([any?.operation.name, notEqual?.operation.name]).toEqual(['any', 'not_equal']);
    expect(notEqual?.args[1]).toEqual(new PyFloat(0));
  });

  it('is followed by the layers that support masks, and ended by those that do not', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const x = masking()(input({ shape: [5, 3] }));
    const mask = maskOf(x);
    for (const layer of [dense({ units: 2 }), dropout({ rate: 0.5 }), activation({ activation: 'relu' })]) {
      expect(maskOf(layer(x))).toBe(mask);
    }
    expect(maskOf(globalAveragePooling1d()(x))).toBeNull();
    expect(warn).not.toHaveBeenCalled();
    expect(maskOf(flatten()(x))).toBeNull();
    expect(warn).toHaveBeenCalledOnce();
  });

  it('of one input is lost in a sum, and kept side by side', () => {
    const values = input({ shape: [5, 3] });
    const x = masking()(values);
    expect(maskOf(add()([x, values]))).toBeNull();
    expect(maskOf(add()([x, x]))).not.toBeNull();
    expect(maskOf(concatenate()([x, values]))).not.toBeNull();
    tidy(() => {
      const [steps, zeros] = [tensor([[[1], [0]]]), tensor([[[0], [0]]])];
      const joined = concatenate({ axis: 1 })([masking()(steps), masking()(zeros)]);
      expect(maskOf(joined)?.arraySync()).toEqual([[1, 0, 0, 0]]);
    });
  });

  it('is handed to layers as an edge of the graph', () => {
    const x = masking()(input({ shape: [5, 3] }));
    const pooled = globalAveragePooling1d();
    pooled(x);
    pooled(input({ shape: [5, 3] }));
    expect(pooled.inboundNodes.map(({ kwargs }) => kwargs)).toEqual([{ mask: maskOf(x) }, { mask: null }]);
  });

  it('can be given to a layer in a graph', () => {
    const [x, mask] = [input({ shape: [5, 3] }), input({ shape: [5], dtype: 'bool' })];
    const pooled = globalAveragePooling1d({ name: 'pooled' });
    expect(pooled(x, { mask }).shape).toEqual([null, 3]);
    expect(pooled.inboundNodes[0]?.inputs).toEqual([x, mask]);
    tidy(() => {
      expect(() => pooled(x, { mask: tensor([[1]], 'bool') })).toThrow(
        'pooled (GlobalAveragePooling1D): expected a mask of symbolic tensors, as the inputs are, got tensors',
      );
    });
  });
});
