import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { learn } from '../learn.js';
import { prepareForecast } from '../series/forecast-task.js';
import { forecastTasks } from '../series/forecast-tasks.js';
import { timeSeries } from './time-series.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

/** One seed: what it reaches, and what rules reach on the same windows. */
async function reach(id: string): Promise<{ value: number; naive: number; persistence: number }> {
  const training = timeSeries.trainings.find((one) => one.id === id);
  const key = id.split('-')[0] as keyof typeof forecastTasks;
  if (training === undefined) throw new TypeError(`There is no training ${id}.`);
  const { value } = await learn(training, 1, { write: () => undefined });
  const { error, seasonalNaive, persistence } = await prepareForecast(forecastTasks[key]);
  return { value, naive: error(seasonalNaive), persistence: error(persistence) };
}

describe('time-series, from one seed', () => {
  beforeAll(async () => {
    await useBackend(wasm());
  });

  it.each(['airline-simplernn', 'airline-lstm', 'airline-gru', 'sunspots-gru'])(
    '%s is better than the season before and than no change',
    { timeout: 60_000 },
    async (id) => {
      const { value, naive, persistence } = await reach(id);
      expect(value).toBeLessThan(Math.min(naive, persistence));
    },
  );

  it.runIf(mirror)(
    'so are the nights of Melbourne (runs where MYELIN_DATA_MIRROR is set: they are downloaded)',
    { timeout: 60_000 },
    async () => {
      const { value, naive, persistence } = await reach('temperatures-lstm');
      expect(value).toBeLessThan(Math.min(naive, persistence));
    },
  );

  it('has a training for each cell on each series', () => {
    expect(new Set(timeSeries.trainings.map(({ id }) => id)).size).toBe(12);
  });
});
