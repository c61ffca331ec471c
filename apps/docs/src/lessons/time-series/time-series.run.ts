import { forecastTasks, prepareForecast } from '@myelin/course';
import { forecaster } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { ForecastNews, ForecastRequest, ForecastResult } from './messages.js';

/** Months are places in a year: `'1949-07'` is 49.5 years after 1900. */
const yearOf = (time: string): number =>
  Number(time.slice(0, 4)) - 1900 + (Number(time.slice(5, 7)) - 1) / 12;

export const run: RunFunction<ForecastRequest, ForecastNews, ForecastResult> = async (
  { series, cell, units, epochs },
  { tell, signal },
) => {
  const task = forecastTasks[series];
  const { data, steps, values, times, inUnits, error, seasonalNaive, persistence } =
    await prepareForecast(task);
  const model = forecaster({
    cell,
    units,
    window: task.window,
    horizon: task.horizon,
    learningRate: 0.003,
  });
  await model.fit(data.train.x, data.train.y, {
    epochs,
    batchSize: series === 'airline' ? 16 : 64,
    verbose: 0,
    signal,
    callbacks: [
      {
        onEpochEnd(epoch, { loss = NaN }) {
          tell({ epoch: epoch + 1, loss });
        },
      },
    ],
  });
  const forecasts = inUnits(await model.predict(data.test.x, { verbose: 0 }));
  const joined = <T>(rows: readonly (readonly T[])[]): readonly T[] =>
    rows.filter((_, i) => i % task.horizon === 0).flat();
  const shown = joined(steps);
  return {
    unit: task.unit,
    errors: {
      network: error(forecasts),
      naive: error(seasonalNaive),
      persistence: error(persistence),
    },
    years: shown.map((step) => yearOf(times[step] ?? '')),
    truth: shown.map((step) => values[step] ?? NaN),
    network: joined(forecasts),
    naive: joined(seasonalNaive),
  };
};
