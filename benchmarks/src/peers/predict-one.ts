/** Measures `predict` of one example by the network `cnn`, again and again. */
import { wasm } from '@myelin/backend-wasm';
import { NdArray, useBackend } from '@myelin/core';
import { median } from '../statistics.js';
import type { Model } from '@myelin/models';
import { networks } from '../networks.js';
import { type Task, tasks } from '../tasks.js';

const warmUps = 200;
const calls = 2000;

await useBackend(wasm());
const model = (networks['cnn'] as () => Model)();
const example = (tasks['cnn'] as Task).data(1).x;
const x = new NdArray(example.data, example.shape);
const times: number[] = [];
for (let call = 0; call < warmUps + calls; call++) {
  const start = performance.now();
  await model.predict(x);
  if (call >= warmUps) times.push(performance.now() - start);
}
console.log(JSON.stringify({ ms: median(times) }));
process.exit();
