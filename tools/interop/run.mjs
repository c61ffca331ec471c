/**
 * The exchange of `.keras` files with Python's Keras, both ways: files that one side saved are opened by the other,
 * predict the same (within 1e-5) and go on training with the same losses (within 1e-4).
 *
 * Needs `MYELIN_BENCH_PYTHON`, a Python with Keras. `--quick` leaves the committed record of the last result alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NdArray, setSeed, useBackend } from '../../packages/core/dist/index.js';
import { wasm } from '../../packages/backend-wasm/dist/index.js';
import { loadModel } from '../../packages/models/dist/index.js';
import { models } from './models.mjs';

const python = process.env.MYELIN_BENCH_PYTHON;
if (python === undefined) {
  console.error('Set MYELIN_BENCH_PYTHON to a Python that has Keras (tools/goldens/requirements.txt).');
  process.exit(2);
}
const script = new URL('interop.py', import.meta.url).pathname;
const folder = mkdtempSync(path.join(tmpdir(), 'myelin-interop-'));
const lines = [];
let failed = 0;

function say(good, line) {
  if (!good) failed++;
  lines.push(`${good ? 'ok    ' : 'FAILED'} ${line}`);
  console.log(lines.at(-1));
}

function runPython(command, where) {
  const { status, stdout, stderr } = spawnSync(python, [script, command, where], { encoding: 'utf8' });
  if (status !== 0 && stdout === '') throw new Error(`${script} ${command} ended with ${status}: ${stderr}`);
  return stdout.trim().split('\n');
}

function decode({ shape, dtype, data }) {
  if (dtype === 'string') return new NdArray(data, shape);
  const bytes = Uint8Array.from(Buffer.from(data, 'base64'));
  const arrays = { float32: Float32Array, int32: Int32Array, int64: BigInt64Array, uint8: Uint8Array };
  return new NdArray(new arrays[dtype](bytes.buffer), shape);
}

function encode({ shape, dtype, data }) {
  if (dtype === 'string') return { shape, dtype, data };
  return {
    shape,
    dtype,
    data: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64'),
  };
}

function deviation(actual, expected) {
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  return actual.reduce((worst, value, i) => Math.max(worst, Math.abs(value - expected[i])), 0) / largest;
}

const isArray = (value) => NdArray.isNdArray(value) || 'dtype' in value;

/** Every array of a list or a dictionary replaced. */
function mapArrays(arrays, replace) {
  if (isArray(arrays)) return replace(arrays);
  if (Array.isArray(arrays)) return arrays.map(replace);
  return Object.fromEntries(Object.entries(arrays).map(([key, array]) => [key, replace(array)]));
}

/** A list of one array is that array, and the other way round. */
const bare = (arrays) => (arrays.length === 1 ? arrays[0] : arrays);
const listed = (arrays) => (isArray(arrays) ? [arrays] : arrays);

async function goOn(model, { inputs, targets, batchSize, epochs }) {
  const options = { batchSize, epochs, shuffle: false, verbose: 0 };
  return (await model.fit(bare(inputs), bare(targets), options)).history.loss;
}

/** Opens what Keras saved. */
async function checkKeras(name, from) {
  const record = JSON.parse(readFileSync(path.join(from, `${name}.json`), 'utf8'));
  const model = await loadModel(path.join(from, `${name}.keras`));
  const predictions = listed(await model.predict(bare(mapArrays(record.inputs, decode))));
  const expected = Object.entries(mapArrays(record.predictions, decode));
  if (Object.keys(predictions).length !== expected.length)
    throw new Error('The outputs are not those of Keras.');
  const off = Math.max(
    ...expected.map(([key, array]) => deviation([...predictions[key].data], [...array.data])),
  );
  if (record.training === null) return { off };
  const { inputs, targets, ...rest } = record.training;
  const data = { inputs: mapArrays(inputs, decode), targets: mapArrays(targets, decode) };
  const losses = await goOn(model, { ...rest, ...data });
  return { off, losses: deviation(losses, record.training.losses) };
}

/** Saves a model of ours, with what it predicts and how its training goes on. */
async function writeOurs(name, make, into) {
  const { model, inputs, targets } = await make();
  const file = path.join(into, `${name}.keras`);
  await model.save(file);
  const predictions = listed(await model.predict(bare(inputs)));
  const data = { inputs: mapArrays(inputs, encode), targets: mapArrays(targets, encode) };
  const training = model.optimizer === undefined ? null : { ...data, batchSize: 5, epochs: 3 };
  const losses = training === null ? [] : await goOn(model, { ...training, inputs, targets });
  const record = {
    name,
    inputs: data.inputs,
    predictions: mapArrays(predictions, encode),
    training: training === null ? null : { ...training, losses },
  };
  writeFileSync(path.join(into, `${name}.json`), JSON.stringify(record));
}

try {
  await useBackend(wasm());
  setSeed(1);
  const [fromKeras, fromUs] = ['keras', 'myelin'].map((name) => path.join(folder, name));
  mkdirSync(fromUs);
  runPython('write', fromKeras);
  const names = readdirSync(fromKeras).filter((file) => file.endsWith('.keras'));
  for (const name of names.map((file) => file.slice(0, -'.keras'.length)).sort()) {
    try {
      const { off, losses } = await checkKeras(name, fromKeras);
      const said = losses === undefined ? 'not trained on' : `losses ${losses.toExponential(1)}`;
      say(
        off <= 1e-5 && (losses ?? 0) <= 1e-4,
        `Keras to Myelin, ${name}: predictions ${off.toExponential(1)}, ${said}`,
      );
    } catch (error) {
      say(false, `Keras to Myelin, ${name}: ${error.message}`);
    }
  }
  for (const [name, make] of Object.entries(models)) await writeOurs(name, make, fromUs);
  for (const line of runPython('check', fromUs)) {
    const found = /^(ok|FAILED)\s+(.*)$/.exec(line);
    if (found !== null) say(found[1] === 'ok', `Myelin to Keras, ${found[2]}`);
  }
  const total = `${lines.length - failed} passed, ${failed} failed`;
  if (!process.argv.includes('--quick')) {
    const text = [
      'Made by `npm run interop`: the largest deviations found.',
      '',
      '```',
      ...lines,
      total,
      '```',
      '',
    ].join('\n');
    writeFileSync(new URL('RESULTS.md', import.meta.url), text);
  }
  console.log(total);
  process.exitCode = failed === 0 && lines.length > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
