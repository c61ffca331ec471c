/** `npm run bench`; see README.md. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { execPath } from 'node:process';
import { parseArgs } from 'node:util';
import { failures, unchecked } from './check.js';
import { type Comparison, type Runner, type Runners, compare } from './compare.js';
import { describeHost } from './host.js';
import { measureAlone } from './measure-alone.js';
import { report } from './report.js';
import type { Results } from './results.js';
import { runProcess, valueOf } from './run-process.js';
import { targets } from './targets.js';
import type { Measured } from './timing.js';

const usage = `npm run bench -- [options]

  --only a,b     only these workloads: ${Object.keys(targets).join(', ')}
  --quick        one pair each, without vectors joined and without the other frameworks in JavaScript; one workload takes a minute, the largest two
  --check        ends with 1 where something that must hold does not
  --json <file>  writes all figures
  --write        writes RESULTS.md and results.json beside this program

Keras takes part where MYELIN_BENCH_PYTHON names a Python that has it, with TensorFlow, JAX or both.`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}

const folder = process.env['MYELIN_BENCH_FOLDER'] ?? '.';
const python = process.env['MYELIN_BENCH_PYTHON'];
const pairs = values.quick ? 1 : 3;
const names = values.only?.split(',') ?? Object.keys(targets);
const unknown = names.filter((name) => !Object.hasOwn(targets, name));
if (unknown.length > 0) {
  console.error(`Unknown workloads: ${unknown.join(', ')}.\n\n${usage}`);
  process.exit(2);
}

if (values.write && (values.quick || values.only !== undefined)) {
  console.error('--write is for a whole run: leave out --quick and --only, or write figures with --json.');
  process.exit(2);
}

const peer = (name: string): string => path.join(folder, 'out', 'peers', `${name}.mjs`);
/** Long enough to know that a framework is slower. */
const peerLimitMs = 30_000;
const ours =
  (...args: string[]): Runner =>
  () =>
    runProcess<Measured>(execPath, [peer('myelin'), ...args]);
const other =
  (name: string, ...args: string[]): Runner =>
  () =>
    runProcess<Measured>(
      execPath,
      [peer(name), ...args],
      { MYELIN_BENCH_PACKAGE: path.join(folder, 'package.json') },
      peerLimitMs,
    );
const keras =
  (workload: string, backend: string): Runner =>
  () =>
    runProcess<Measured>(python as string, [path.join(folder, 'keras_bench.py'), workload, backend]);

function runnersOf(workload: string): Runners {
  const backends = python === undefined ? [] : ['jax', 'tensorflow', 'tensorflow-xla'];
  return {
    ours: ours(workload),
    oursOnOneThread: ours(workload, '--threads', '1'),
    oursWide: joined?.wide === true ? ours(workload, '--wide') : undefined,
    keras: Object.fromEntries(backends.map((backend) => [backend, keras(workload, backend)])),
    peers: values.quick
      ? {}
      : {
          'TensorFlow.js, wasm': other('tfjs', workload, 'wasm'),
          'TensorFlow.js, cpu': other('tfjs', workload, 'cpu'),
          'jax-js': other('jax-js', workload),
        },
  };
}

interface Products {
  readonly gflops: number;
  /** Whether vectors were joined. */
  readonly wide: boolean;
}

async function multiply(...args: string[]): Promise<Products> {
  return valueOf(await runProcess<Products>(execPath, [peer('gflops'), ...args]), 'Products of matrices');
}

const joined = values.quick ? undefined : await multiply('--wide');

const comparisons: Comparison[] = [];
const failed: Record<string, string> = {};
for (const name of names) {
  console.error(`measuring ${name} ...`);
  try {
    comparisons.push(await compare(name, runnersOf(name), pairs));
  } catch (error) {
    failed[name] = error instanceof Error ? error.message : String(error);
  }
}
const results: Results = {
  host: describeHost(python, {
    ours: (await multiply()).gflops,
    oursOnOneThread: (await multiply('--threads', '1')).gflops,
    ...(joined?.wide === true ? { oursWide: joined.gflops } : {}),
  }),
  workloads: comparisons,
  failed,
  ...(values.only === undefined
    ? { alone: await measureAlone(peer, path.join(folder, 'src', 'page', 'train-perceptron.ts')) }
    : {}),
};

const text = report(results);
console.log(`\n${text}`);
const json = `${JSON.stringify(results, null, 1)}\n`;
if (values.json !== undefined) writeFileSync(values.json, json);
if (values.write) {
  const title =
    '# Myelin beside Keras\n\nWritten by `npm run bench -- --write`; [README.md](README.md) says what it means.\n';
  writeFileSync(path.join(folder, 'RESULTS.md'), `${title}\n${text}`);
  writeFileSync(path.join(folder, 'results.json'), json);
}
if (values.check) {
  const sentences = failures(results);
  for (const sentence of sentences) console.error(`MUST  ${sentence}`);
  for (const what of unchecked(results)) console.error(`Not checked: ${what}.`);
  if (sentences.length > 0) process.exitCode = 1;
  else console.error('Everything that was checked holds.');
}
