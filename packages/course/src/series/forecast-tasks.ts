import { airlinePassengers, beijingPollution, dailyTemperatures, sunspots } from '@myelin/datasets';
import type { ForecastTask } from './forecast-task.js';

/**
 * The next twelve months of air travel.
 *
 * Level and season grow together, so it is ratios that stay alike: the network forecasts by which factor a month exceeds the
 * same month a year before, as a logarithm. What is left to learn is how fast travel grows. It sees two years of that.
 */
const airline: ForecastTask = {
  unit: 'thousands',
  window: 24,
  horizon: 12,
  season: 12,
  testSteps: 24,
  load: airlinePassengers,
  transform: (y) => y.map((value, step) => Math.log(value / (y[step - 12] ?? NaN))),
  restore: (z, step, y) => (y[step - 12] ?? NaN) * Math.exp(z),
};

/**
 * The next twelve months of sunspots, from four years.
 *
 * They scatter more where there are more: the root evens that out.
 */
const spots: ForecastTask = {
  unit: 'spots',
  window: 48,
  horizon: 12,
  season: 132,
  testSteps: 564,
  load: sunspots,
  transform: (y) => y.map(Math.sqrt),
  restore: (z) => Math.max(z, 0) ** 2,
};

/** The coldest hour of the next seven nights in Melbourne, from two weeks and the time of the year. */
const temperatures: ForecastTask = {
  unit: '°C',
  window: 14,
  horizon: 7,
  season: 365,
  testSteps: 730,
  load: () => dailyTemperatures(),
  transform: (y) => y,
  restore: (z) => z,
  alongside: ({ times }) => onCircle(times.map((_, day) => day / 365)),
};

/**
 * Fine dust in Beijing over the next 24 hours, from two days of dust and weather.
 *
 * Dust grows and shrinks by factors: its logarithm is forecast. Windows in which an hour is missing are left out.
 */
const pollution: ForecastTask = {
  unit: 'µg/m³',
  window: 48,
  horizon: 24,
  season: 24,
  testSteps: 8760,
  stride: 3,
  load: () => beijingPollution(),
  transform: (y) => y.map((dust) => Math.log(1 + dust)),
  restore: (z) => Math.exp(z) - 1,
  alongside: ({ times, values }) => {
    const steps = Array.from(times.keys());
    const column = (index: number): number[] => steps.map((step) => Number(values.at(step, index)));
    const weather = [1, 2, 3, 7, 8, 9, 10].map(column);
    const fallen = [4, 5, 6].map(column).map((sums) => sums.map((sum) => Math.log(1 + sum)));
    return [
      ...weather,
      ...fallen,
      ...onCircle(steps.map((hour) => hour / 24)),
      ...onCircle(steps.map((hour) => hour / 8766)),
    ];
  },
};

/** A place in a cycle as two numbers that close up at its end. */
function onCircle(turns: readonly number[]): readonly (readonly number[])[] {
  return [Math.sin, Math.cos].map((f) => turns.map((turn) => f(2 * Math.PI * turn)));
}

export const forecastTasks: Readonly<
  Record<'airline' | 'sunspots' | 'temperatures' | 'pollution', ForecastTask>
> = { airline, sunspots: spots, temperatures, pollution };
