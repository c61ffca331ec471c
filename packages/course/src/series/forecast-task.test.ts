import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { type ForecastTask, prepareForecast } from './forecast-task.js';

/** Steps 0 to 19 whose values are `y`; the last six are the test. */
const taskOf = (y: readonly number[], more: Partial<ForecastTask> = {}): ForecastTask => ({
  unit: '',
  window: 3,
  horizon: 2,
  season: 4,
  testSteps: 6,
  load: () =>
    Promise.resolve({
      times: y.map((_, step) => String(step)),
      values: new NdArray(Float32Array.from(y), [y.length, 1]),
      names: ['y'],
    }),
  transform: (values) => values,
  restore: (z) => z,
  ...more,
});

const rising = Array.from({ length: 20 }, (_, step) => step);

describe('prepareForecast', () => {
  it('cuts windows with what follows them, and keeps the test apart', async () => {
    const { data, steps, seasonalNaive, persistence, error } = await prepareForecast(taskOf(rising));
    expect([data.train.x.shape, data.train.y.shape, data.test.x.shape, data.test.y.shape]).toEqual([
      [10, 3, 1],
      [10, 2],
      [5, 3, 1],
      [5, 2],
    ]);
    expect(steps).toEqual([14, 15, 16, 17, 18].map((start) => [start, start + 1]));
    expect([seasonalNaive[0], persistence[0]]).toEqual([
      [10, 11],
      [13, 13],
    ]);
    expect([error(steps), error(seasonalNaive), error(persistence)]).toEqual([0, 4, 1.5]);
  });

  it('scales by what is known before the test, and back', async () => {
    const { data, inUnits, steps } = await prepareForecast(taskOf(rising));
    const scaled = (step: number): number => (step - 6.5) / Math.sqrt(16.25);
    expect(data.train.x.at(0, 0, 0)).toBeCloseTo(scaled(0), 6);
    expect(data.test.y.at(4, 1)).toBeCloseTo(scaled(19), 6);
    inUnits(data.test.y).forEach((ahead, i) => {
      ahead.forEach((value, j) => {
        expect(value).toBeCloseTo(steps[i]?.[j] ?? NaN, 5);
      });
    });
  });

  it('learns nothing from the test', async () => {
    const changed = rising.map((value, step) => (step < 14 ? value : value * 100));
    const [one, other] = [await prepareForecast(taskOf(rising)), await prepareForecast(taskOf(changed))];
    expect(other.data.train).toEqual(one.data.train);
  });

  it('leaves windows out that have gaps, and takes every n-th of the others', async () => {
    const gap = rising.map((value, step) => (step === 7 ? NaN : value));
    const { data } = await prepareForecast(taskOf(gap));
    expect(data.train.x.shape[0]).toBe(5);
    expect(Array.from(data.train.x.data, Number).every(Number.isFinite)).toBe(true);
    const sparse = await prepareForecast(taskOf(rising, { stride: 3 }));
    expect([sparse.data.train.x.shape[0], sparse.data.test.x.shape[0]]).toEqual([4, 5]);
  });

  it('shows further quantities, and transforms back with what came before', async () => {
    const task = taskOf(
      rising.map((step) => 2 ** step),
      {
        transform: (y) => y.map((value, step) => Math.log(value / (y[step - 1] ?? NaN))),
        restore: (z, step, y) => (y[step - 1] ?? NaN) * Math.exp(z),
        alongside: ({ times }) => [times.map(Number)],
      },
    );
    const { data, inUnits } = await prepareForecast(task);
    expect(data.train.x.shape).toEqual([9, 3, 2]);
    // Each value is twice the one before: after scaling nothing is left of that.
    const same = inUnits(new NdArray(new Float32Array(10), [5, 2]));
    expect(same[0]?.[0]).toBeCloseTo(2 ** 14, 0);
  });
});
