import '@tensorflow/tfjs-backend-cpu';
import { NdArray, clearSession, serializeKerasObject, useBackend } from '@myelin/core';
import { type LambdaContext, dense, input, lambda } from '@myelin/layers';
import { type Model, loadModel, sequential } from '@myelin/models';
import { add, eagerRuntime, multiply, ones } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
});

const scaled = Object.assign((x: Tensor, { by }: LambdaContext) => multiply(x, Number(by)), {
  id: 'my>scaled',
});

describe('lambda', () => {
  it('computes what its function does, of several inputs, too', () => {
    const both = lambda({ function: ([a, b]: readonly [Tensor, Tensor]) => add(a, b) });
    expect([...both([ones([2]), ones([2])]).dataSync()]).toEqual([2, 2]);
    const [x, y] = [input({ shape: [3] }), input({ shape: [3] })];
    expect(both([x, y]).shape).toEqual([null, 3]);
  });

  it('tells its function whether it is training, the mask, and its arguments', () => {
    const told: unknown[] = [];
    const layer = lambda({
      function: (x: Tensor, { training, mask, by }) => {
        told.push([training, mask, by]);
        return x;
      },
      arguments: { by: 2 },
    });
    layer(ones([1]), { training: true });
    layer(ones([1]));
    expect(told).toEqual([
      [true, null, 2],
      [false, null, 2],
    ]);
  });

  it('learns together with others', async () => {
    const model = sequential([
      dense({ units: 1, inputShape: [1], kernelInitializer: 'ones' }),
      lambda({ function: scaled, arguments: { by: 2 } }),
    ]);
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    const x = new NdArray(Float32Array.of(1, 2), [2, 1]);
    const { history } = await model.fit(x, x, { epochs: 5, verbose: 0 });
    expect(history['loss']?.at(-1)).toBeLessThan(history['loss']?.[0] ?? 0);
  });

  it('is saved by the name of its function, which has to be handed in', async () => {
    const model = sequential([lambda({ function: scaled, arguments: { by: 1.5 }, inputShape: [2] })]);
    const bytes = await model.toBytes();
    await expect(loadModel(bytes)).rejects.toThrow('my>scaled');
    const again: Model = await loadModel(bytes, { customObjects: [scaled] });
    const found = await again.predict(new NdArray(Float32Array.of(2, 4), [1, 2]));
    expect([...found.data]).toEqual([3, 6]);
  });

  it('refuses what it cannot do', () => {
    expect(() => lambda({ function: 'relu' as never })).toThrow('a function');
    expect(() => serializeKerasObject(lambda({ function: (x: Tensor) => x }))).toThrow(
      'functions with a name',
    );
  });
});
