import '@tensorflow/tfjs-backend-cpu';
import { NdArray, clearSession, maskOf, withMask } from '@myelin/core';
import { mean, ones, tensor } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { multiHeadAttention } from './multi-head-attention.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);
const wave = (shape: number[]): Tensor => {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return tensor(new NdArray(Float32Array.from({ length: size }, (_, i) => Math.sin(i * 1.3)), shape)); // prettier-ignore
};

describe('multiHeadAttention', () => {
  it('has maps from the inputs to heads and back', () => {
    const layer = multiHeadAttention({ numHeads: 2, keyDim: 3, valueDim: 4, useGate: true });
    const y = layer([input({ shape: [5, 6] }), input({ shape: [null, 7] }), input({ shape: [null, 8] })]);
    expect(y.shape).toEqual([null, 5, 6]);
    const paths = layer.weights.map(({ path, shape }) => [path, shape]);
    expect(paths.filter((_, i) => i % 2 === 0)).toEqual([
      ['multi_head_attention/query/kernel', [6, 2, 3]],
      ['multi_head_attention/key/kernel', [8, 2, 3]],
      ['multi_head_attention/gate/kernel', [6, 2, 4]],
      ['multi_head_attention/value/kernel', [7, 2, 4]],
      ['multi_head_attention/attention_output/kernel', [2, 4, 6]],
    ]);
    expect(paths[1]).toEqual(['multi_head_attention/query/bias', [2, 3]]);
    expect([...layer.sublayers.keys()]).toEqual([
      'queryDense',
      'keyDense',
      '_gateDense',
      'valueDense',
      'outputDense',
      '_dropoutLayer',
    ]);
  });

  it('sees nothing later where it is causal, and nothing that is masked', () => {
    tidy(() => {
      const layer = multiHeadAttention({ numHeads: 2, keyDim: 3 });
      const x = wave([1, 4, 5]);
      const changed = tensor(host(x).toArray()).arraySync() as number[][][];
      (changed[0]?.[3] as number[]).fill(7);
      const first = (y: Tensor): NdArray => new NdArray(host(y).data.slice(0, 15), [3, 5]); // prettier-ignore
      const other = tensor(changed);
      expectClose(
        first(layer([other, other], { useCausalMask: true })),
        first(layer([x, x], { useCausalMask: true })),
      );
      const mask = tensor([[1, 1, 1, 0]], 'bool');
      const masked = (value: Tensor): Tensor => layer([x, withMask(value, mask)]);
      expectClose(host(masked(other)), host(masked(x)));
      expect(maskOf(masked(x))).toBeNull();
      expect(maskOf(layer([withMask(x, mask), x]))?.arraySync()).toEqual([[1, 1, 1, 0]]);
    });
  });

  it('returns what it attends to', () => {
    tidy(() => {
      const layer = multiHeadAttention({ numHeads: 2, keyDim: 3 });
      const attentionMask = tensor([[[1, 0, 0], [0, 0, 0]]], 'bool'); // prettier-ignore
      const [y, scores] = layer([wave([1, 2, 5]), wave([1, 3, 5])], {
        attentionMask,
        returnAttentionScores: true,
      });
      expect(y.shape).toEqual([1, 2, 5]);
      // A step that sees nothing takes nothing; its output is the bias.
      expectClose(host(scores), [[[[1, 0, 0], [0, 0, 0]], [[1, 0, 0], [0, 0, 0]]]]); // prettier-ignore
      expectClose(host(y).data.slice(5), [0, 0, 0, 0, 0]);
    });
  });

  it('takes of all alike where a step sees nothing and no scores are wanted, as Keras does', () => {
    tidy(() => {
      const layer = multiHeadAttention({ numHeads: 2, keyDim: 3 });
      const [x, value] = [wave([1, 2, 5]), wave([1, 3, 5])];
      const blind = layer([x, value], { attentionMask: tensor([[[0, 0, 0], [0, 0, 0]]]) }); // prettier-ignore
      const average = mean(value, { axis: 1, keepdims: true });
      expectClose(host(blind), host(layer([x, average])));
    });
  });

  it('has causal masks and windows along the axis that attends, and masks for each head', () => {
    tidy(() => {
      const image = wave([1, 2, 3, 4]);
      const layer = multiHeadAttention({ numHeads: 2, keyDim: 3, attentionAxes: -2 });
      const [, scores] = layer([image, image], { useCausalMask: true, returnAttentionScores: true });
      expect(scores.shape).toEqual([1, 2, 2, 3, 3]);
      const zeros = (scores.arraySync() as number[][][][][])
        .flat(3)
        .map((row) => row.filter((x) => x === 0).length);
      expect(zeros).toEqual([2, 1, 0, 2, 1, 0, 2, 1, 0, 2, 1, 0]);
      const [both, sequences] = [
        multiHeadAttention({ numHeads: 2, keyDim: 3 }),
        multiHeadAttention({ numHeads: 2, keyDim: 3 }),
      ];
      expect(() => both([image, image], { useCausalMask: true })).toThrow('expected one attention axis');
      const x = wave([1, 3, 4]);
      const heads = tensor([[[[1, 1, 0]], [[0, 1, 1]]]], 'bool');
      const [, byHead] = sequences([x, withMask(x, tensor([[1, 1, 1]], 'bool'))], {
        attentionMask: heads,
        returnAttentionScores: true,
      });
      const seen = (byHead.arraySync() as number[][][][])
        .flat(2)
        .map((row) => row.map((share) => Number(share > 0)));
      expect(seen).toEqual([[1, 1, 0], [1, 1, 0], [1, 1, 0], [0, 1, 1], [0, 1, 1], [0, 1, 1]]); // prettier-ignore
      expect(() => sequences([x, x], { attentionMask: ones([1, 2, 3]) })).toThrow(
        'expected masks that fit scores of the shape (1, 2, 3, 3), got (1, 2, 3)',
      );
    });
  });

  it('takes masks and options of calls in graphs', () => {
    const [x, mask] = [input({ shape: [3, 4] }), input({ shape: [3, 3], dtype: 'int32' })];
    const layer = multiHeadAttention({ numHeads: 1, keyDim: 2 });
    const [y, scores] = layer([x, x], { attentionMask: mask, returnAttentionScores: true });
    expect([y.shape, scores.shape]).toEqual([
      [null, 3, 4],
      [null, 1, 3, 3],
    ]);
    expect(y.origin?.node.inputs).toEqual([x, x, mask]);
    tidy(() => {
      expect(() => layer([x, x], { attentionMask: ones([3, 3]) })).toThrow('only symbolic tensors');
    });
  });

  it('refuses what makes no sense', () => {
    const attention = (options: object): unknown =>
      multiHeadAttention({ numHeads: 2, keyDim: 3, name: 'a', ...options });
    expect(() => attention({ numHeads: 0 })).toThrow('`numHeads` to be a positive whole number, got 0');
    expect(() => attention({ valueDim: -1 })).toThrow('`valueDim`');
    expect(() => attention({ outputShape: [] })).toThrow(
      '`outputShape` to be a positive whole number or several, got []',
    );
    expect(() => attention({ attentionAxes: [0.5] })).toThrow(
      '`attentionAxes` to be a whole number or several, got [0.5]',
    );
    expect(() => attention({ slidingWindow: 0 })).toThrow('`slidingWindow`');
    expect(() => attention({ flashAttention: true, dropout: 0.1 })).toThrow(
      'a (MultiHeadAttention): expected no dropout',
    );
    const layer = multiHeadAttention({ numHeads: 2, keyDim: 3, flashAttention: true, name: 'a' });
    const x = input({ shape: [3, 4] });
    expect(() => layer([x, x], { returnAttentionScores: true })).toThrow('no `returnAttentionScores` with');
    expect(() => layer(x as never)).toThrow(
      'a list of query and value, or of query, value and key, got a single input',
    );
    expect(() => layer([x] as never)).toThrow('got a list of 1');
    expect(() => layer([x, x, input({ shape: [2, 4] })])).toThrow('a key with the steps of the value');
    expect(() => layer([x, x], { initialState: x })).toThrow(
      'no `initialState`, which this layer has no use for',
    );
    // @ts-expect-error an unknown option
    expect(() => layer([x, x], { causal: true })).toThrow('no `causal`, which this layer has no use for');
    layer([x, x]);
    expect(() => layer([x, input({ shape: [3, 5] })])).toThrow(
      'expected an input whose axis 2 has the size 4',
    );
  });
});
