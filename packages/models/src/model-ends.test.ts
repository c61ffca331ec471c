import '@tensorflow/tfjs-backend-cpu';
import { type NdArray, clearSession, useBackend } from '@myelin/core';
import { dense, input, multiHeadAttention } from '@myelin/layers';
import { eagerRuntime } from '@myelin/ops';
import { beforeEach, describe, expect, it } from 'vitest';
import { functional, loadModel, sequential } from './index.js';

beforeEach(async () => {
  clearSession();
  await useBackend(eagerRuntime('cpu'));
});

describe('inputs and outputs of a model', () => {
  it('are those that its graph was made of, in their order', () => {
    const [a, b] = [input({ shape: [2, 3], name: 'a' }), input({ shape: [2, 3], name: 'b' })];
    const [y, scores] = multiHeadAttention({ numHeads: 1, keyDim: 2 })([b, a], {
      returnAttentionScores: true,
    });
    const model = functional({ inputs: [b, a], outputs: [scores, y] });
    expect(model.inputs.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(model.outputs).toEqual([scores, y]);
  });

  it('come when a sequential model knows them', () => {
    const model = sequential([dense({ units: 2 })]);
    expect([model.inputs, model.outputs]).toEqual([[], []]);
    const built = sequential([dense({ units: 4, inputShape: [3] }), dense({ units: 2 })]);
    expect([built.inputs[0]?.shape, built.outputs[0]?.shape]).toEqual([
      [null, 3],
      [null, 2],
    ]);
    built.pop();
    expect(built.outputs[0]?.shape).toEqual([null, 4]);
  });

  it('start models on the weights of one that was loaded', async () => {
    const made = sequential([dense({ units: 4, inputShape: [3], activation: 'tanh' }), dense({ units: 2 })]);
    const model = await loadModel(await made.toBytes());
    const hidden = model.layers[0]?.inboundNodes.at(-1)?.outputs ?? [];
    const both = functional({ inputs: [...model.inputs], outputs: [...hidden, ...model.outputs] });
    const x = [[1, -2, 0.5]];
    const [, last] = await both.predict<NdArray[]>(x);
    expect(last?.toArray()).toEqual((await made.predict(x)).toArray());
  });
});
