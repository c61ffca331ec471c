/**
 * The exchange of `.keras` and `.weights.h5` files with Python's Keras, both ways: files that one side saved are opened by
 * the other, predict the same (within 1e-5), evaluate the same and go on training with the same losses (within 1e-4).
 *
 * Needs `MYELIN_BENCH_PYTHON`, a Python with Keras. `--quick` takes the larger models alone, not every class, and leaves
 * the committed record of the last result as it is. `--random 300 --seed 7` takes that many models of random layers with
 * random settings instead, which Keras makes, we open and save again, and Keras opens; `--only 12` takes one of them, and
 * `--keep` leaves the files where they are.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { clearSession, setSeed, useBackend } from '../../packages/core/dist/index.js';
import { wasm } from '../../packages/backend-wasm/dist/index.js';
import { loadModel } from '../../packages/models/dist/index.js';
import { bare, decode, deviation, encode, listed, mapArrays } from './arrays.mjs';
import { makeModel } from './classes.mjs';
import { models } from './models.mjs';
import { Report } from './report.mjs';

const python = process.env.MYELIN_BENCH_PYTHON;
if (python === undefined) {
  console.error('Set MYELIN_BENCH_PYTHON to a Python that has Keras (tools/goldens/requirements.txt).');
  process.exit(2);
}
const { quick, keep, random, seed, only } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    random: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
}).values;
const script = new URL('interop.py', import.meta.url).pathname;
const folder = mkdtempSync(path.join(tmpdir(), 'myelin-interop-'));

/** What a command of the script says, a line of JSON for each model. */
function runPython(...words) {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26 };
  const { status, stdout, stderr } = spawnSync(python, [script, ...words], options);
  if (status !== 0) throw new Error(`${script} ${words[0]} ended with ${status}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

async function goOn(model, { inputs, targets, batchSize, epochs }) {
  const options = { batchSize, epochs, shuffle: false, verbose: 0 };
  return (await model.fit(bare(inputs), bare(targets), options)).history.loss;
}

async function evaluate(model, { inputs, targets }) {
  const { loss, ...metrics } = await model.evaluate(bare(inputs), bare(targets), { batchSize: 1e6 });
  return [loss, ...Object.values(metrics)];
}

/** The deviation of what a model predicts. */
async function checkPredictions(model, record) {
  const predictions = listed(await model.predict(bare(mapArrays(record.inputs, decode))));
  const expected = Object.entries(mapArrays(record.predictions, decode));
  if (Object.keys(predictions).length !== expected.length)
    throw new Error('The outputs are not those of Keras.');
  const off = expected.map(([key, array]) => deviation(predictions[key].data, array.data));
  return Math.max(...off);
}

/** The deviations of a model that Keras saved. */
async function checkKeras(name, from) {
  const [file, weights] = ['keras', 'weights.h5'].map((ending) => path.join(from, `${name}.${ending}`));
  const record = JSON.parse(readFileSync(path.join(from, `${name}.json`), 'utf8'));
  const model = await loadModel(file);
  const found = { predictions: await checkPredictions(model, record) };
  if (existsSync(weights)) {
    const emptied = await loadModel(file);
    for (const weight of emptied.weights) weight.reset();
    await emptied.loadWeights(weights);
    found.weights = await checkPredictions(emptied, record);
  }
  const arraysOf = ({ inputs, targets, ...rest }) => ({
    ...rest,
    inputs: mapArrays(inputs, decode),
    targets: mapArrays(targets, decode),
  });
  if (record.training) {
    const losses = await goOn(model, arraysOf(record.training));
    found.losses = deviation(losses, record.training.losses);
  }
  if (record.evaluation) {
    const results = await evaluate(model, arraysOf(record.evaluation));
    const wanted = record.evaluation.results.flatMap((result) => [...decode(result).data]);
    found.results = deviation(results.flat(), wanted);
  }
  return found;
}

/** Saves a model of ours, with what it predicts, evaluates and how its training goes on. */
async function writeOurs(name, { model, inputs, targets, learns = true }, into) {
  const isCompiled = targets !== undefined && model.optimizer !== undefined;
  if (isCompiled && learns) await goOn(model, { inputs, targets, batchSize: 5, epochs: 1 });
  await model.save(path.join(into, `${name}.keras`));
  await model.saveWeights(path.join(into, `${name}.weights.h5`));
  const record = { name, inputs: mapArrays(inputs, encode), training: null, evaluation: null };
  record.predictions = mapArrays(listed(await model.predict(bare(inputs))), encode);
  if (isCompiled) {
    const data = { inputs: record.inputs, targets: mapArrays(targets, encode) };
    const rest = { batchSize: 5, epochs: 3 };
    if (learns)
      record.training = { ...data, ...rest, losses: await goOn(model, { inputs, targets, ...rest }) };
    else
      record.evaluation = {
        ...data,
        results: (await evaluate(model, { inputs, targets })).map(encodeNumber),
      };
  }
  writeFileSync(path.join(into, `${name}.json`), JSON.stringify(record));
}

const encodeNumber = (value) => {
  const values = [value].flat();
  return encode({
    shape: Array.isArray(value) ? [values.length] : [],
    dtype: 'float32',
    data: Float32Array.from(values),
  });
};

/** Tries each; those that end with an error are reported, and the others go on. */
async function each(way, names, action, report) {
  for (const name of names) {
    clearSession();
    try {
      const found = await action(name);
      if (found !== undefined) report.say(way, name, found);
    } catch (error) {
      report.fail(way, name, error.message);
    }
  }
}

/** Models of every class or the larger ones alone, both ways. */
async function exchange(fromKeras, fromUs) {
  for (const { name, error } of runPython('write', fromKeras, ...(quick ? [] : ['--classes'])))
    report.leaveOut(name, error);
  await each('Keras to Myelin', namesIn(fromKeras), (name) => checkKeras(name, fromKeras), report);

  const ours = new Map(Object.entries(models));
  const specs = quick ? [] : JSON.parse(readFileSync(path.join(folder, 'specs.json'), 'utf8'));
  for (const spec of specs) if (!report.isLeftOut(spec.name)) ours.set(spec.name, () => makeModel(spec));
  const write = async (name) => writeOurs(name, await ours.get(name)(), fromUs);
  await each('Myelin to Keras', ours.keys(), write, report);
}

/** Models of random layers, which come back to Keras as we save them. */
async function exchangeRandom(fromKeras, fromUs) {
  const numbers = only === undefined ? ['0', random] : [only, String(Number(only) + 1)];
  for (const { name, error } of runPython('write', fromKeras, '--random', ...numbers, '--seed', seed))
    report.leaveOut(name, error);
  const check = async (name) => {
    const model = await loadModel(path.join(fromKeras, `${name}.keras`));
    await model.save(path.join(fromUs, `${name}.keras`));
    copyFileSync(path.join(fromKeras, `${name}.json`), path.join(fromUs, `${name}.json`));
    return checkKeras(name, fromKeras);
  };
  await each('Keras to Myelin', namesIn(fromKeras), check, report);
}

const namesIn = (from) =>
  readdirSync(from)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

const report = new Report();
try {
  await useBackend(wasm());
  setSeed(1);
  const [fromKeras, fromUs] = ['keras', 'myelin'].map((name) => path.join(folder, name));
  mkdirSync(fromUs);
  const apart = random === undefined && only === undefined;
  await (apart ? exchange : exchangeRandom)(fromKeras, fromUs);
  for (const { name, deviations, error } of runPython('check', fromUs)) {
    if (error === undefined) report.say('Myelin to Keras', name, deviations);
    else report.fail('Myelin to Keras', name, error);
  }
  if (apart && !quick) writeFileSync(new URL('RESULTS.md', import.meta.url), report.text());
  console.log(report.total());
  process.exitCode = report.failed === 0 && report.passed > 0 ? 0 : 1;
} finally {
  if (keep) console.log(folder);
  else rmSync(folder, { recursive: true });
}
