import { expect, it } from 'vitest';
import { report } from './report.js';

it('shows figures with what they were measured on, and why others have none', () => {
  const around = { median: 0.25, least: 0.241, most: 1234.5 };
  const text = report({
    host: {
      cpu: 'a processor',
      cores: 2,
      node: 'v24.1.0',
      gflops: { ours: 99.6, oursOnOneThread: 50, oursWide: 180, numpy: 200 },
    },
    workloads: [
      {
        workload: 'mlp',
        ours: around,
        firstFitMs: 30,
        oneThreadMs: 0.4,
        wide: { stepMs: { median: 0.1, least: 0.1, most: 0.2 }, ratio: around },
        lossDifference: 0,
        keras: { backend: 'jax', stepMs: around, firstFitMs: 1 },
        ratio: around,
        kerasFailures: { tensorflow: 'Error: none' },
        peers: { 'jax-js': 1.2, other: 'Error: no' },
      },
    ],
    failed: { cnn: 'cnn: expected a measurement' },
    alone: { startUpMs: { mlp: 40, cnn: 90 }, predictOneMs: 0.1, pageBytes: 200_000 },
  });
  expect(text).toContain('on 2 cores of a processor with Node v24.1.0');
  expect(text).toContain("100 GFLOP/s, 50 on one thread, 180 with vectors joined; NumPy's: 200.");
  expect(text).toMatch(
    /\| mlp +\| 0.25 \(0.24-1230\) \| 0.4 +\|.*\| jax +\|.*\| 1.2 +\| 2 +\| 0.1 \(0.1-0.2\) \| 0.25 .*\| 1.2 +\| fails \|/,
  );
  expect(text).toContain('- Keras on tensorflow, mlp: Error: none');
  expect(text).toContain('- cnn: expected a measurement');
  expect(text).toContain('- other, mlp: Error: no');
  expect(text).toContain('200.0 KB gzipped (at most 250)');
});
