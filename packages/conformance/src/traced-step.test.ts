import '@tensorflow/tfjs-backend-cpu';
import { printProgram, type Program } from '@myelin/compiler';
import { NdArray, type Runtime, clearSession, setSeed, useBackend } from '@myelin/core';
import {
  batchNormalization,
  concatenate,
  conv2d,
  dense,
  dropout,
  embedding,
  flatten,
  input,
  maxPooling2d,
} from '@myelin/layers';
import { type Model, type ModelInput, type ModelLabels, functional, sequential } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { interpreterRuntime } from './interpreter-runtime.js';

const wave = (count: number, shape: number[]): NdArray => {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: count * size }, (_, i) => Math.sin(i * 0.7) + 0.3 * Math.cos(i * 1.9)),
    [count, ...shape],
  );
};

const models: Record<string, { build: () => Model; x: ModelInput; y: ModelLabels }> = {
  'several outputs': {
    build() {
      const [left, right] = [input({ shape: [4] }), input({ shape: [3] })];
      const both = concatenate()([left, right]);
      const size = dense({ units: 1, kernelRegularizer: 'l2' })(both);
      const kind = dense({ units: 2, activation: 'softmax' })(both);
      const model = functional({ inputs: { left, right }, outputs: { size, kind } });
      model.compile({
        optimizer: 'adam',
        loss: { size: 'mse', kind: 'mae' },
        lossWeights: { size: 0.5, kind: 2 },
        weightedMetrics: { kind: ['mse'] },
      });
      return model;
    },
    x: { left: wave(40, [4]), right: wave(40, [3]) },
    y: { size: wave(40, [1]), kind: wave(40, [2]) },
  },
  'dense layers with Adam': {
    build() {
      const model = sequential([
        dense({ units: 5, activation: 'relu', inputShape: [8] }),
        dense({ units: 1 }),
      ]);
      model.compile({ optimizer: 'adam', loss: 'mse' });
      return model;
    },
    x: wave(40, [8]),
    y: wave(40, [1]),
  },
  'state and random numbers': {
    build() {
      const model = sequential([
        dense({ units: 6, activation: 'relu', inputShape: [4] }),
        batchNormalization(),
        dropout({ rate: 0.4 }),
        dense({ units: 1 }),
      ]);
      model.compile({ optimizer: 'rmsprop', loss: 'mse' });
      return model;
    },
    x: wave(40, [4]),
    y: wave(40, [1]),
  },
  'a convolution': {
    build() {
      const model = sequential([
        conv2d({ filters: 3, kernelSize: 2, activation: 'relu', inputShape: [6, 6, 1] }),
        maxPooling2d({ poolSize: 2 }),
        flatten(),
        dense({ units: 1, kernelRegularizer: 'l2' }),
      ]);
      model.compile({ optimizer: 'sgd', loss: 'mse' });
      return model;
    },
    x: wave(20, [6, 6, 1]),
    y: wave(20, [1]),
  },
  'a mask, on to the loss': {
    build() {
      const model = sequential([
        embedding({ inputDim: 6, outputDim: 4, maskZero: true, inputShape: [5] }),
        batchNormalization(),
        dense({ units: 2 }),
      ]);
      model.compile({ optimizer: 'adam', loss: 'mse', metrics: ['mae'] });
      return model;
    },
    x: new NdArray(
      Int32Array.from({ length: 100 }, (_, i) => (i * 7 + (i % 4)) % 6),
      [20, 5],
    ),
    y: wave(20, [5, 2]),
  },
};

async function histories(runtime: Runtime, name: keyof typeof models): Promise<readonly number[]> {
  await useBackend(runtime);
  clearSession();
  setSeed(3);
  const { build, x, y } = models[name] as (typeof models)[string];
  const { history } = await build().fit(x, y, { epochs: 4, batchSize: 16, verbose: 0, validationSplit: 0.2 });
  return [...(history['loss'] ?? []), ...(history['val_loss'] ?? [])];
}

it.each(Object.keys(models))('a traced step trains as the eager one: %s', async (name) => {
  const eager = await histories(eagerRuntime('cpu'), name);
  const before = memory().numTensors;
  const programs: Program[] = [];
  const traced = await histories(
    interpreterRuntime((program) => programs.push(program)),
    name,
  );
  expect(memory().numTensors).toBe(before);
  expect(traced).toHaveLength(8);
  traced.forEach((loss, i) => {
    expect(Math.abs(loss - (eager[i] ?? NaN))).toBeLessThan(1e-5 * Math.max(1, Math.abs(loss)));
  });
  expect(programs.map((program) => program.name)).toContain('train');
});

it('the same step gives the same text', async () => {
  const texts = [];
  while (texts.length < 2) {
    const programs: Program[] = [];
    await histories(
      interpreterRuntime((program) => programs.push(program)),
      'dense layers with Adam',
    );
    texts.push(programs.map(printProgram).join('\n\n'));
  }
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).toContain('update sequential/dense/kernel');
});
