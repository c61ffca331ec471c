/**
 * `MYELIN_BENCH_PYTHON=... node tools/course/keras.mjs [lesson...]`, after `npm run build`: what Keras reaches with the
 * models of the lessons.
 *
 * Each training of a lesson is handed over as it is, the model in a `.keras` file with the weights that it starts from and
 * the very arrays that it learns from; train.py trains it. The figures are written into packages/course.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { NdArray, setSeed } from '../../packages/core/dist/index.js';
import { kerasFigures, lessons } from '../../packages/course/dist/index.js';
import { backendInfo } from '../../packages/myelin/dist/index.js';
import { writeNpy } from './npy.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const python = process.env['MYELIN_BENCH_PYTHON'];
if (python === undefined) throw new Error('Set MYELIN_BENCH_PYTHON to a Python that has Keras.');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => lessons.every((lesson) => lesson.name !== name));
if (unknown.length > 0) throw new Error(`No such lesson: ${unknown.join(', ')}.`);

await backendInfo(); // loads the default backend
const chosen = lessons.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const figures = { ...kerasFigures };
for (const training of chosen.flatMap(({ trainings }) => trainings)) {
  figures[training.id] = [];
  for (const seed of training.seeds) figures[training.id].push(await trainInKeras(training, seed));
  await record(figures);
}

async function trainInKeras(training, seed) {
  const folder = mkdtempSync(path.join(tmpdir(), 'myelin-course-'));
  try {
    const { epochs, batchSize, measure } = training;
    setSeed(seed);
    const { train, test } = await training.loadData(seed);
    await training.makeModel().save(path.join(folder, 'model.keras'));
    for (const [part, { x, y }] of Object.entries({ train, test })) {
      mkdirSync(path.join(folder, part));
      // One array, or one for each input.
      for (const [i, array] of [x].flat().entries()) writeNpy(path.join(folder, part, `x${i}.npy`), array);
      writeNpy(path.join(folder, part, 'y.npy'), y);
    }
    const byName = typeof measure === 'string';
    const job = { seed, epochs, batch_size: batchSize, measure: byName ? measure : 'predictions' };
    writeFileSync(path.join(folder, 'job.json'), JSON.stringify(job));
    const { status } = spawnSync(python, [path.join(here, 'train.py'), folder], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`train.py ended with ${status} for ${training.id}, seed ${seed}.`);
    const result = JSON.parse(readFileSync(path.join(folder, 'result.json'), 'utf8'));
    const value = byName ? result.value : await measure(test, NdArray.from(result.value));
    console.log(`${training.id}, seed ${seed}: ${value}`);
    return value;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function record(figures) {
  const file = path.join(here, '../../packages/course/src/keras-figures.ts');
  const sorted = Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = `/** Written by tools/course/keras.mjs: what Keras reaches with the same models on the same arrays, from each seed. */
export const kerasFigures: Readonly<Record<string, readonly number[]>> = ${JSON.stringify(sorted)};`;
  writeFileSync(
    file,
    await prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file }),
  );
}
