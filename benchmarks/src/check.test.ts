import { expect, it } from 'vitest';
import { failures, unchecked } from './check.js';
import type { Comparison } from './compare.js';
import type { Alone, Results } from './results.js';

const around = (median: number) => ({ median, least: median, most: median });
const mlp: Comparison = {
  workload: 'mlp',
  ours: around(0.25),
  firstFitMs: 30,
  oneThreadMs: 0.4,
  lossDifference: 1e-7,
  keras: { backend: 'jax', stepMs: around(0.4), firstFitMs: 400 },
  ratio: around(1.6),
  kerasFailures: {},
  peers: { 'TensorFlow.js on wasm': 5, 'TensorFlow.js on cpu': 'Error: is slow', 'jax-js': 1.2 },
};
const alone: Alone = { startUpMs: { mlp: 40, cnn: 90 }, predictOneMs: 0.1, pageBytes: 200_000 };
const results = (workload: Partial<Comparison>, rest: Partial<Alone> = {}): Results => ({
  host: { cpu: 'x', cores: 2, node: 'v24', gflops: { ours: 100, oursOnOneThread: 50 } },
  workloads: [{ ...mlp, ...workload }],
  failed: {},
  alone: { ...alone, ...rest },
});

it('has nothing to say where everything holds', () => {
  expect(failures(results({}))).toEqual([]);
});

it.each<[string, Partial<Comparison>, Partial<Alone>, string]>([
  ['slower than Keras', { ratio: around(1.1) }, {}, 'mlp: 1.10 times Keras, must be 1.2.'],
  [
    'wrong',
    { lossDifference: 1e-3 },
    {},
    'mlp: losses differ by 0.001 from those of steps that run op by op.',
  ],
  ['unsure', { lossDifference: NaN }, {}, 'mlp: losses differ by NaN from those of steps that run op by op.'],
  ['close to a peer', { peers: { 'jax-js': 0.5 } }, {}, 'mlp: 2.0 times jax-js, must be 3.'],
  ['slow to start', {}, { startUpMs: { mlp: 60, cnn: 90 } }, 'Start of mlp: 60 ms, at most 50.'],
  ['slow to predict', {}, { predictOneMs: 0.3 }, 'predict of one example: 0.300 ms, at most 0.2.'],
  ['heavy', {}, { pageBytes: 250_001 }, 'A page that trains: 250001 bytes gzipped, at most 250000.'],
])('tells what is %s', (_, workload, rest, sentence) => {
  expect(failures(results(workload, rest))).toEqual([sentence]);
});

it('asks for Keras where it is missing', () => {
  const { ratio: _, keras: __, ...without } = mlp;
  const [sentence] = failures({ ...results({}), workloads: [without] });
  expect(sentence).toMatch(/^mlp: no Keras to compare with/);
});

it('tells what fails instead of what is missing', () => {
  const { ratio: _, keras: __, ...without } = mlp;
  const broken = { ...without, kerasFailures: { jax: 'ModuleNotFoundError: no jax' } };
  expect(failures({ ...results({}), workloads: [broken] })).toEqual([
    'mlp: Keras on jax fails: ModuleNotFoundError: no jax',
  ]);
  expect(failures({ ...results({}), failed: { cnn: 'cnn: expected a measurement' } })).toEqual([
    'cnn: expected a measurement',
  ]);
});

it('names what was not measured', () => {
  expect(unchecked(results({}))).toEqual([]);
  const { alone: _, ...partial } = results({ peers: { 'jax-js': 'Error: cannot' } });
  expect(unchecked(partial)).toEqual([
    'times TensorFlow.js of mlp',
    'times jax-js of mlp',
    'start-up, predict of one example and the bytes of a page, which a run without --only has',
  ]);
});
