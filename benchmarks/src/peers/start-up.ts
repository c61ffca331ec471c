/** Measures the time from the import to the end of the first step: `node start-up.mjs mlp|cnn`. */
import type { Model } from '@myelin/models';

const [name = ''] = process.argv.slice(2);
const examples = 32;
const shape = name === 'cnn' ? [28, 28, 1] : [784];
const size = shape.reduce((product, axis) => product * axis, examples);
const values = Float32Array.from({ length: size }, (_, i) => Math.sin(i));

const start = performance.now();
const [{ wasm }, { NdArray, useBackend }, { networks }] = await Promise.all([
  import('@myelin/backend-wasm'),
  import('@myelin/core'),
  import('../networks.js'),
  // Whole, as a program in Node loads them.
  import('@myelin/layers'),
  import('@myelin/models'),
]);
// Nothing is called on tensors.
await useBackend(wasm({ eager: false }));
const model = (networks[name] as () => Model)();
model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', jitCompile: true });
const y = new NdArray(new Int32Array(examples), [examples]);
await model.fit(new NdArray(values, [examples, ...shape]), y, { verbose: 0 });
console.log(JSON.stringify({ ms: performance.now() - start }));
process.exit();
