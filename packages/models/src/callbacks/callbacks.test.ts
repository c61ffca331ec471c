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
