/** Measures Myelin on one workload: `node myelin.mjs <workload> [--threads 1] [--wide]`. */
import { backendInfo, wasm } from '@myelin/backend-wasm';
import { NdArray, setSeed, useBackend } from '@myelin/core';
import type { Model } from '@myelin/models';
import { readOptions } from '../peer-options.js';
import { type Measured, batchSize, elapsed, timeEpochs } from '../timing.js';
import { networks } from '../networks.js';
import { type Numbers, type Task, tasks } from '../tasks.js';

const { name, options } = readOptions();
const task = tasks[name] as Task;
const build = networks[name] as () => Model;
await useBackend(wasm(options));

function compiled(jitCompile: boolean): Model {
  setSeed(1);
  const model = build();
  model.compile({ optimizer: 'adam', loss: task.loss, jitCompile });
  return model;
}

/** The same array for the same numbers: an autoencoder is given one array twice. */
function arraysOf(examples?: number): { readonly x: NdArray; readonly y: NdArray } {
  const { x, y } = task.data(examples);
  const arrayOf = ({ data, shape }: Numbers): NdArray => new NdArray(data, shape);
  const inputs = arrayOf(x);
  return { x: inputs, y: y === x ? inputs : arrayOf(y) };
}

const train = (model: Model, x: NdArray, y: NdArray, shuffle = true) =>
  model.fit(x, y, { batchSize, shuffle, verbose: 0 });

/** The loss after each of a few steps, compiled and op by op: the largest difference. */
async function lossDifference(): Promise<number> {
  const steps = 3;
  const { x, y } = arraysOf(batchSize);
  const curves = [];
  for (const jitCompile of [true, false]) {
    const model = compiled(jitCompile);
    const losses: number[] = [];
    for (let i = 0; i < steps; i++)
      losses.push((await train(model, x, y, false)).history['loss']?.[0] ?? NaN);
    curves.push(losses);
  }
  const [fast = [], slow = []] = curves;
  const largest = Math.max(...slow.map(Math.abs));
  return Math.max(...slow.map((loss, i) => Math.abs(loss - (fast[i] ?? NaN)))) / largest;
}

const first = arraysOf(batchSize);
const model = compiled(true);
const firstFitMs = await elapsed(() => train(model, first.x, first.y));
const { x, y } = arraysOf();
const stepMs = await timeEpochs((x.shape[0] ?? 0) / batchSize, () => train(model, x, y));
const info = backendInfo();
const vectors = info.wideVectors ? 'pairs of vectors, ' : '';
const threadsUsed = info.threads === 1 ? 'one thread' : `${info.threads} threads`;
const measured: Measured = {
  stepMs,
  firstFitMs,
  runner: `Myelin, Node ${process.version}, ${info.simd} SIMD, ${vectors}${threadsUsed}`,
  lossDifference: await lossDifference(),
};
console.log(JSON.stringify(measured));
process.exit();
