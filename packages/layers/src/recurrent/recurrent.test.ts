import '@tensorflow/tfjs-backend-cpu';
import { attachMask, clearSession, maskOf, setSeed } from '@myelin/core';
import { concatenate, ones, reshape, tensor, zeros } from '@myelin/ops';
import { type Tensor, setBackend, slice } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { bidirectional } from './bidirectional.js';
import { convLstm2d } from './conv-lstm2d.js';
import type { RecurrentConfig, RecurrentFactory } from './define-recurrent.js';
import { gru } from './gru.js';
import type { CellOptions } from './internal/cell-options.js';
import { lstmCell } from './lstm-cell.js';
import { lstm } from './lstm.js';
import { simpleRnn } from './simple-rnn.js';

beforeAll(() => setBackend('cpu'));
beforeEach(() => {
  clearSession();
  setSeed(3);
});

/** `[batch, steps, 2]`, without pattern. */
function sequence(batch: number, steps: number): Tensor {
  const values = Float32Array.from({ length: batch * steps * 2 }, (_, i) => Math.sin(2.3 * i));
  return reshape(tensor(Array.from(values)), { newshape: [batch, steps, 2] });
}

function part(x: Tensor, from: number, count: number): Tensor {
  return slice(x, [0, from, 0], [-1, count, -1]);
}

type Options = CellOptions & RecurrentConfig;
const layers: Readonly<Record<string, RecurrentFactory<Options>>> = { lstm, gru, simpleRnn };

describe.each(Object.entries(layers))('%s', (_, make) => {
  it('goes on, when it is stateful, where the call before ended', () => {
    const x = sequence(3, 7);
    const stateful = make({ units: 2, stateful: true, returnSequences: true });
    stateful.build([3, 7, 2]);
    const whole = stateful(x);
    stateful.resetState();
    const parts = [part(x, 0, 3), part(x, 3, 1), part(x, 4, 3)].map((steps) => stateful(steps));
    const together = concatenate(parts, { axis: 1 });
    expect(together.arraySync()).toEqual(whole.arraySync());
    expect(stateful.weights.map(({ name }) => name)).toEqual(['kernel', 'recurrent_kernel', 'bias']);
  });

  it('begins with the states of the call before, unless it is given others', () => {
    const x = sequence(2, 3);
    const stateful = make({ units: 2, stateful: true, returnState: true });
    stateful.build([2, 3, 2]);
    const [first, ...states] = stateful(x);
    const [second] = stateful(x);
    const [again] = stateful(x, { initialState: states });
    expect(second.arraySync()).not.toEqual(first.arraySync());
    expect(again.arraySync()).toEqual(second.arraySync());
  });

  it('leaves inputs and states out in training only, and draws anew each time', () => {
    const x = sequence(4, 5);
    const options = { units: 3, dropout: 0.5, recurrentDropout: 0.5, seed: 1 };
    const layer = make(options);
    const calm = layer(x).arraySync();
    expect(layer(x).arraySync()).toEqual(calm);
    const [first, second] = [layer(x, { training: true }), layer(x, { training: true })];
    expect(first.arraySync()).not.toEqual(calm);
    expect(second.arraySync()).not.toEqual(first.arraySync());
  });

  it('has a mask for its sequence, and none for its last step and its states', () => {
    const x = sequence(2, 3);
    attachMask(x, tensor([[1, 1, 0], [1, 0, 0]], 'bool')); // prettier-ignore
    const [y, ...states] = make({ units: 2, returnSequences: true, returnState: true })(x);
    expect(maskOf(y)?.arraySync()).toEqual([[1, 1, 0], [1, 0, 0]]); // prettier-ignore
    expect(states.map((state) => maskOf(state))).toEqual(states.map(() => null));
    expect(maskOf(make({ units: 2 })(x))).toBeNull();
  });

  it('uses the mask that its input carries, but for calls with first states, as Keras does', () => {
    const mask = tensor([[1, 1, 0], [1, 0, 0]], 'bool'); // prettier-ignore
    const [plain, masked] = [sequence(2, 3), sequence(2, 3)];
    attachMask(masked, mask);
    const layer = make({ units: 2 });
    const initialState = Array.from({ length: make === lstm ? 2 : 1 }, () => zeros([2, 2]));
    expect(layer(masked).arraySync()).not.toEqual(layer(plain).arraySync());
    expect(layer(masked, { initialState }).arraySync()).toEqual(layer(plain).arraySync());
    expect(layer(plain, { initialState, mask }).arraySync()).toEqual(layer(masked).arraySync());
  });

  it('has symbolic outputs of the shapes of its outputs, for sequences of any length', () => {
    const x = input({ shape: [null, 2] });
    const outputs = make({ units: 3, returnSequences: true, returnState: true })(x);
    expect(outputs.map(({ shape }) => shape)).toEqual([
      [null, null, 3],
      ...outputs.slice(1).map(() => [null, 3]),
    ]);
  });

  it('says what is wrong', () => {
    expect(() => make({ units: 0 })).toThrow(/`units` to be a positive whole number, got 0/);
    expect(() => make({ units: 2 })(ones([2, 3]))).toThrow(/an input with 3 axes, got the shape \(2, 3\)/);
    expect(() => {
      make({ units: 2, stateful: true }).build([null, 3, 2]);
    }).toThrow(/a known batch size/);
    expect(() => {
      make({ units: 2 }).resetState();
    }).toThrow(/a stateful layer/);
    const layer = make({ units: 2 });
    layer.build([null, 3, 2]);
    expect(() => layer(sequence(2, 3), { initialState: [ones([2, 3])] })).toThrow(/first states|\(2, 2\)/);
    expect(() => layer(sequence(2, 3), { initialState: [input({ shape: [2] })] })).toThrow(/got both/);
    const stateful = make({ units: 2, stateful: true });
    stateful.build([2, 3, 2]);
    expect(() => stateful(sequence(3, 3))).toThrow(/batches of one size/);
  });
});

describe('bidirectional', () => {
  it('begins anew in both directions', () => {
    const layer = bidirectional({ layer: gru({ units: 2, stateful: true }) });
    layer.build([2, 3, 2]);
    const x = sequence(2, 3);
    const first = layer(x).arraySync();
    expect(layer(x).arraySync()).not.toEqual(first);
    layer.resetState();
    expect(layer(x).arraySync()).toEqual(first);
  });
});

describe('convLstm2d', () => {
  it('goes on, when it is stateful, where the call before ended', () => {
    const x = reshape(sequence(2, 24), { newshape: [2, 4, 3, 4, 1] });
    const layer = convLstm2d({ filters: 2, kernelSize: 2, stateful: true, returnSequences: true });
    layer.build([2, 4, 3, 4, 1]);
    const whole = layer(x).arraySync() as number[][];
    layer.resetState();
    const half = (from: number): number[][] =>
      layer(slice(x, [0, from, 0, 0, 0], [-1, 2, -1, -1, -1])).arraySync() as number[][];
    const parts = [half(0), half(2)];
    expect(whole).toEqual(whole.map((_, i) => parts.flatMap((part) => part[i] ?? [])));
  });

  it('has symbolic outputs of the shapes of its outputs', () => {
    const layer = convLstm2d({
      ...{ filters: 3, kernelSize: [2, 3], strides: 2, dataFormat: 'channels_first' },
      returnState: true,
    });
    const shapes = layer(input({ shape: [null, 1, 5, 6] })).map(({ shape }) => shape);
    expect(shapes).toEqual([[null, 3, 2, 2], [null, 3, 2, 2], [null, 3, 2, 2]]); // prettier-ignore
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['conv_lstm2d/conv_lstm_cell/kernel', [2, 3, 1, 12]],
      ['conv_lstm2d/conv_lstm_cell/recurrent_kernel', [2, 3, 3, 12]],
      ['conv_lstm2d/conv_lstm_cell/bias', [12]],
    ]);
  });

  it('says what is wrong', () => {
    expect(() => convLstm2d({ filters: 1, kernelSize: 2, strides: 2, dilationRate: 2 })).toThrow(
      'conv_lstm2d (ConvLSTM2D): expected `strides` or `dilationRate` above 1, not both',
    );
    expect(() => convLstm2d({ filters: 1, kernelSize: 3 })(ones([1, 2, 2, 4, 1]))).toThrow(
      'images at least as large as its window of 3 x 3, got 2 x 4',
    );
    expect(() => convLstm2d({ filters: 1, kernelSize: 3 })(ones([1, 2, 4, 1]))).toThrow('with 5 axes');
    expect(() => {
      convLstm2d({ filters: 1, kernelSize: 1, stateful: true }).build([1, 2, null, 4, 1]);
    }).toThrow('a known size');
  });
});

describe('useCudnn', () => {
  it('is taken, and not saved', () => {
    expect(lstm({ units: 1, useCudnn: true }).getConfig()).not.toHaveProperty('use_cudnn');
    // @ts-expect-error another word
    expect(() => gru({ units: 1, useCudnn: 'never' })).toThrow('`useCudnn` to be "auto", true or false');
  });
});

describe('dropout of a recurrent layer', () => {
  it('leaves the same inputs out in every step', () => {
    const layer = simpleRnn({
      units: 1,
      dropout: 0.5,
      seed: 4,
      kernelInitializer: 'ones',
      recurrentInitializer: 'zeros',
      returnSequences: true,
    });
    const rows = layer(ones([16, 4, 2]), { training: true }).arraySync() as number[][][];
    for (const row of rows) expect(new Set(row.flat()).size).toBe(1);
    expect(new Set(rows.flat(2))).toEqual(new Set([0, 2, 4].map((x) => Math.fround(Math.tanh(x)))));
  });
});

describe('bias of the LSTM', () => {
  it('starts at 1 for the forget gate, and elsewhere as it is told', async () => {
    const cell = lstmCell({ units: 2 });
    cell.build([[null, 1], [null, 2], [null, 2]]); // prettier-ignore
    const [, , bias] = await cell.getWeights();
    expect(bias?.toArray()).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
    const other = lstmCell({ units: 1, unitForgetBias: false, biasInitializer: 'ones' });
    other.build([[null, 1], [null, 1], [null, 1]]); // prettier-ignore
    expect((await other.getWeights())[2]?.toArray()).toEqual([1, 1, 1, 1]);
  });
});
