/** Calls the kernels that the first thread asks for, until it asks for number -1. */
/* global WebAssembly */
import { parentPort, workerData } from 'node:worker_threads';

const { module, memory, workspace, wide, control, parameters } = workerData;
const { exports } = new WebAssembly.Instance(module, { env: { memory } });
exports.setWorkspace(workspace, wide);
const kernels = Object.keys(exports)
  .sort()
  .map((name) => exports[name]);
const SPINS = 1e7;

parentPort.postMessage('ready');
for (;;) {
  const done = Atomics.load(control, 1);
  for (let i = 0; i < SPINS && Atomics.load(control, 0) === done; i++);
  Atomics.wait(control, 0, done);
  const kernel = Atomics.load(control, 2);
  if (kernel < 0) break;
  kernels[kernel](...parameters.subarray(0, Atomics.load(control, 3)));
  Atomics.add(control, 1, 1);
}
