import { forecaster } from '@myelin/zoo';
import { learnFromSeeds } from '../learn.js';
import type { Figure, Lesson, Training } from '../lesson.js';
import { formatValue } from '../judge.js';
import { type PreparedForecast, prepareForecast } from '../series/forecast-task.js';
import { forecastTasks } from '../series/forecast-tasks.js';

const seeds = [1, 2, 3];
const cells = ['simpleRnn', 'lstm', 'gru'] as const;

/** Chosen on the years before those of the test. */
const forecasts = [
  { key: 'airline', title: 'Air travel, a year ahead', features: 1, epochs: 20, batchSize: 16 },
  { key: 'sunspots', title: 'Sunspots, a year ahead', features: 1, epochs: 8, batchSize: 64 },
  { key: 'temperatures', title: 'Cold of the night, a week ahead', features: 3, epochs: 8, batchSize: 64 },
  { key: 'pollution', title: 'Dust in Beijing, a day ahead', features: 15, epochs: 3, batchSize: 128 },
] as const;

const prepared = new Map<string, Promise<PreparedForecast>>();

/** Several networks learn from the same windows. */
function prepare(key: keyof typeof forecastTasks): Promise<PreparedForecast> {
  const known = prepared.get(key) ?? prepareForecast(forecastTasks[key]);
  prepared.set(key, known);
  return known;
}

type ForecastTraining = Training & { readonly key: keyof typeof forecastTasks };

const trainings: readonly ForecastTraining[] = forecasts.flatMap(({ key, title, features, ...fit }) =>
  cells.map((cell) => ({
    ...fit,
    key,
    seeds,
    id: `${key}-${cell.toLowerCase()}`,
    title: `${title}, ${cell}: mean absolute error`,
    unit: forecastTasks[key].unit,
    makeModel: () => {
      const { window, horizon } = forecastTasks[key];
      return forecaster({ cell, window, features, horizon, learningRate: 0.003 });
    },
    loadData: async () => (await prepare(key)).data,
    measure: async (_, predicted) => {
      const { error, inUnits } = await prepare(key);
      return error(inUnits(predicted));
    },
  })),
);

/** How series go on, held against what was one period ago. */
export const timeSeries: Lesson = {
  name: 'time-series',
  title: 'Recurrent networks: time series',
  data: 'air travel, sunspots, temperatures in Melbourne, dust in Beijing',
  trainings,
  async run(io) {
    const figures: Figure[] = [];
    for (const training of trainings) figures.push(await beatNaive(training, io));
    return figures;
  },
};

async function beatNaive(training: ForecastTraining, io: Parameters<Lesson['run']>[0]): Promise<Figure> {
  const { error, seasonalNaive, persistence } = await prepare(training.key);
  const asked = {
    atMost: error(seasonalNaive),
    than: `seasonal naive; the last value kept: ${formatValue(error(persistence), training.unit)}`,
  };
  return learnFromSeeds({ ...training, asked }, io);
}
