import { expect, it } from 'vitest';
import { type Runner, compare } from './compare.js';

const order: string[] = [];
const runner =
  (name: string, ...stepMs: number[]): Runner =>
  () => {
    order.push(name);
    return Promise.resolve({ value: { stepMs, firstFitMs: 7, runner: name, lossDifference: 1e-7 } });
  };
const failing: Runner = () => Promise.resolve({ failed: 'Error: has no such layer' });

it('finds the fastest backend, and takes turns with it', async () => {
  order.length = 0;
  const result = await compare(
    'mlp',
    {
      ours: runner('ours', 2, 2, 3),
      oursOnOneThread: runner('alone', 4),
      oursWide: runner('wide', 1),
      keras: { slow: runner('slow', 9), fast: runner('fast', 6), broken: failing },
      peers: { other: runner('other', 20), unable: failing },
    },
    2,
  );
  expect(order).toEqual(['slow', 'fast', 'fast', 'ours', 'wide', 'fast', 'ours', 'wide', 'alone', 'other']);
  expect(result.keras).toEqual({
    backend: 'fast',
    stepMs: { median: 6, least: 6, most: 6 },
    firstFitMs: 7,
  });
  expect(result.ratio?.median).toBe(3);
  expect(result.oneThreadMs).toBe(4);
  expect(result.wide?.stepMs.median).toBe(1);
  expect(result.wide?.ratio?.median).toBe(6);
  expect(result.kerasFailures).toEqual({ broken: 'Error: has no such layer' });
  expect(result.peers).toEqual({ other: 20, unable: 'Error: has no such layer' });
});

it('measures ours without Keras, too', async () => {
  const runners = { ours: runner('ours', 2), oursOnOneThread: runner('alone', 4), keras: {}, peers: {} };
  const result = await compare('mlp', runners, 1);
  expect(result.ours.median).toBe(2);
  expect(result.ratio).toBeUndefined();
  expect(result.wide).toBeUndefined();
});

it('has nothing to compare if ours fails', async () => {
  const runners = { ours: failing, oursOnOneThread: failing, keras: {}, peers: {} };
  await expect(compare('mlp', runners, 1)).rejects.toThrow(
    /^mlp: expected a measurement, got: Error: has no such/,
  );
});
