import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NdArray, clearSession, setSeed, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { eagerRuntime } from '@myelin/ops';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadModel } from '../files/load-model.js';
import { sequential } from '../sequential.js';
import type { Callback } from './callback.js';
import { csvLogger } from './csv-logger.js';
import { earlyStopping } from './early-stopping.js';
import { modelCheckpoint } from './model-checkpoint.js';
import { progbarLogger } from './progbar-logger.js';
import { terminateOnNan } from './terminate-on-nan.js';

const x = NdArray.from(Array.from({ length: 32 }, (_, i) => [Math.sin(i), Math.cos(i)]));
const y = NdArray.from(Array.from({ length: 32 }, (_, i) => [Math.sin(i) + 2]));
let folder: string;

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
  folder = mkdtempSync(path.join(tmpdir(), 'myelin-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function regressor(optimizer: 'sgd' | 'adam' = 'sgd') {
  const model = sequential([dense({ units: 1, inputShape: [2] })]);
  model.compile({ optimizer, loss: 'mse' });
  return model;
}

const fit = (model: ReturnType<typeof regressor>, epochs: number, ...callbacks: Callback[]) =>
  model.fit(x, y, { epochs, verbose: 0, callbacks });

describe('earlyStopping', () => {
  it('ends after `patience` epochs without improvement and brings the best weights back', async () => {
    const losses = [5, 3, 4, 4, 4, 4];
    const weights: unknown[] = [];
    const model = regressor();
    const pretend: Callback = {
      async onEpochEnd(epoch, logs, context) {
        weights.push((await context.model.getWeights()).map((weight) => weight.toArray()));
        Object.assign(logs, { loss: losses[epoch] });
      },
    };
    const { epoch } = await fit(
      model,
      6,
      pretend,
      earlyStopping({ monitor: 'loss', patience: 2, restoreBestWeights: true }),
    );
    expect(epoch).toEqual([0, 1, 2, 3]);
    expect((await model.getWeights()).map((weight) => weight.toArray())).toEqual(weights[1]);
  });

  it('warns when the figure is not there', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    await fit(regressor(), 1, earlyStopping());
    expect(warn).toHaveBeenCalledWith('earlyStopping: there is no figure "val_loss"; available are loss.');
    warn.mockRestore();
  });
});

describe('modelCheckpoint', () => {
  it('saves models that load, under names with figures, and leaves nothing half-written', async () => {
    const model = regressor();
    await fit(
      model,
      2,
      modelCheckpoint({ filepath: path.join(folder, 'm-{epoch:02d}.keras'), monitor: 'loss' }),
    );
    expect(readdirSync(folder)).toEqual(['m-01.keras', 'm-02.keras']);
    const loaded = await loadModel(path.join(folder, 'm-02.keras'));
    expect((await loaded.predict(x)).toArray()).toEqual((await model.predict(x)).toArray());
  });

  it('saves only better ones when asked', async () => {
    const losses = [3, 4, 2];
    const pretend: Callback = {
      onEpochEnd(epoch, logs) {
        Object.assign(logs, { loss: losses[epoch] });
      },
    };
    const filepath = path.join(folder, '{epoch}.keras');
    await fit(regressor(), 3, pretend, modelCheckpoint({ filepath, monitor: 'loss', saveBestOnly: true }));
    expect(readdirSync(folder)).toEqual(['1.keras', '3.keras']);
  });
});

describe('csvLogger', () => {
  it('writes a line an epoch', async () => {
    const filename = path.join(folder, 'log.csv');
    const { history } = await fit(regressor(), 2, csvLogger({ filename }));
    const expected = (history['loss'] ?? []).map((loss, epoch) => `${epoch},${loss}`);
    expect(readFileSync(filename, 'utf8').trim().split('\n')).toEqual(['epoch,loss', ...expected]);
  });
});

describe('progbarLogger', () => {
  it('prints one line an epoch where there is no terminal', async () => {
    const lines: string[] = [];
    await fit(regressor(), 2, progbarLogger({ verbose: 2, write: (text) => lines.push(text) }));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Epoch 1\/2 1\/1 \S+s [\d.]+ steps\/s loss: \d+\.\d{4}\n$/);
  });

  it('draws in place on a terminal', async () => {
    const lines: string[] = [];
    await fit(regressor(), 1, progbarLogger({ verbose: 1, write: (text) => lines.push(text) }));
    expect(lines[0]).toMatch(/^\r.*Epoch 1\/1 1\/1 ━+ \S+s left [\d.]+ steps\/s loss: /);
    expect(lines.at(-1)).toMatch(/\n$/);
  });

  it('shows evaluations and predictions when asked, and validation with its epoch', async () => {
    const lines: string[] = [];
    const progress = progbarLogger({ verbose: 2, write: (text) => lines.push(text) });
    const model = regressor();
    await model.evaluate(x, y, { batchSize: 10, callbacks: [progress] });
    await model.predict(x, { batchSize: 10, callbacks: [progress] });
    await model.predict([{ x }, { x }], { callbacks: [progress] });
    await model.fit(x, y, { verbose: 0, validationSplit: 0.5, callbacks: [progress] });
    expect(lines).toEqual([
      expect.stringMatching(/^4\/4 \S+s \S+ steps\/s loss: \d+\.\d{4}\n$/),
      expect.stringMatching(/^4\/4 \S+s \S+ steps\/s\n$/),
      expect.stringMatching(/^2\/2 \S+s \S+ steps\/s\n$/),
      expect.stringMatching(/^Epoch 1\/1 1\/1 .*loss: .* - val_loss: .*\n$/),
    ]);
  });

  it('draws predictions in place', async () => {
    const lines: string[] = [];
    const progress = progbarLogger({ verbose: 1, write: (text) => lines.push(text) });
    await regressor().predict(x, { batchSize: 10, steps: 2, callbacks: [progress] });
    expect(lines[0]).toMatch(/^\r.*2\/2 ━+ \S+s left \S+ steps\/s$/);
    expect(lines.at(-1)).toMatch(/^\r.*2\/2 \S+s \S+ steps\/s\n$/);
  });

  it('is silent for evaluations and predictions that nobody wants to see', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const model = regressor();
    await model.evaluate(x, y);
    await model.predict(x, { verbose: 0 });
    await model.predict(x);
    expect(write).not.toHaveBeenCalled();
    await model.evaluate(x, y, { verbose: 2 });
    await model.predict(x, { verbose: 2 });
    expect(write.mock.calls.map(([text]) => String(text).slice(0, 4))).toEqual(['1/1 ', '1/1 ']);
    write.mockRestore();
  });

  it('waits for a second before a terminal shows what nobody asked for', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const lines: string[] = [];
    const isTty = process.stdout.isTTY;
    process.stdout.isTTY = true;
    const progress = progbarLogger({ write: (text) => lines.push(text) });
    const predict = (): Promise<unknown> => regressor().predict(x, { callbacks: [progress, slow] });
    let takesMs = 900;
    const slow: Callback = {
      onPredictBegin() {
        vi.advanceTimersByTime(takesMs);
      },
    };
    try {
      await predict();
      expect(lines).toEqual([]);
      takesMs = 1100;
      await predict();
      expect(lines.at(-1)).toMatch(/^\r.*1\/1 1\.1s 0\.9 steps\/s\n$/);
    } finally {
      process.stdout.isTTY = isTty;
      vi.useRealTimers();
    }
  });
});

describe('hooks at the end of batches', () => {
  it('are called for each batch, or now and then and for the last one', async () => {
    const seen: string[] = [];
    const hooks = (name: string): Callback => ({
      onTrainBatchEnd: (batch) => void seen.push(`${name} train ${batch}`),
      onTestBatchEnd: (batch) => void seen.push(`${name} test ${batch}`),
      onPredictBatchEnd: (batch) => void seen.push(`${name} predict ${batch}`),
    });
    const callbacks = [hooks('each'), { ...hooks('last'), batchEndIntervalMs: Infinity }];
    const model = regressor();
    const options = { batchSize: 16, callbacks };
    await model.fit(x, y, { ...options, verbose: 0 });
    await model.evaluate(x, y, options);
    await model.predict(x, options);
    expect(seen).toEqual(
      ['train', 'test', 'predict'].flatMap((kind) => [`each ${kind} 0`, `each ${kind} 1`, `last ${kind} 1`]),
    );
  });
});

describe('hooks at the beginning of batches', () => {
  it('are called before each batch, of arrays and of iterables', async () => {
    const seen: string[] = [];
    const hooks: Callback = {
      onTrainBatchBegin: (batch) => void seen.push(`before ${batch}`),
      onTrainBatchEnd: (batch) => void seen.push(`after ${batch}`),
      onTestBatchBegin: (batch) => void seen.push(`test ${batch}`),
      onPredictBatchBegin: (batch) => void seen.push(`predict ${batch}`),
    };
    const options = { callbacks: [hooks] };
    const model = regressor();
    const trained = ['before 0', 'after 0', 'before 1', 'after 1'];
    await model.fit(x, y, { ...options, batchSize: 16, verbose: 0 });
    await model.fit(
      [
        { x, y },
        { x, y },
      ],
      { ...options, verbose: 0 },
    );
    await model.evaluate(x, y, { ...options, batchSize: 32 });
    await model.predict(x, { ...options, batchSize: 16 });
    expect(seen).toEqual([...trained, ...trained, 'test 0', 'predict 0', 'predict 1']);
  });
});

describe('modelCheckpoint of weights', () => {
  it('saves files that loadWeights takes', async () => {
    const model = regressor();
    const filepath = path.join(folder, 'm.weights.h5');
    await fit(model, 1, modelCheckpoint({ filepath, saveWeightsOnly: true }));
    expect(readdirSync(folder)).toEqual(['m.weights.h5']);
    const other = regressor();
    await other.loadWeights(filepath);
    expect((await other.predict(x)).toArray()).toEqual((await model.predict(x)).toArray());
    expect(() => modelCheckpoint({ filepath: 'm.keras', saveWeightsOnly: true })).toThrow('.weights.h5');
  });
});

describe('terminateOnNan', () => {
  it('ends the run when the loss is no number', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const model = regressor();
    model.setWeights([[[3e38], [3e38]], [3e38]]);
    const { epoch } = await fit(model, 5, terminateOnNan());
    expect(epoch).toEqual([0]);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
});
