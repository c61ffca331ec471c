/** Measures the time from the import to the end of the first step: `node start-up.mjs mlp|cnn`. */
export {}; // a module, which may await

const [name] = process.argv.slice(2);
const examples = 32;
const shape = name === 'cnn' ? [28, 28, 1] : [784];
const size = shape.reduce((product, axis) => product * axis, examples);
const values = Float32Array.from({ length: size }, (_, i) => Math.sin(i));

const start = performance.now();
const [{ wasm }, { NdArray, useBackend }, layers, { sequential }] = await Promise.all([
  import('@myelin/backend-wasm'),
  import('@myelin/core'),
  import('@myelin/layers'),
  import('@myelin/models'),
]);
// Nothing is called on tensors.
await useBackend(wasm({ eager: false }));
const { conv2d, dense, flatten, maxPooling2d } = layers;
const model = sequential(
  name === 'cnn'
    ? [
        conv2d({ filters: 16, kernelSize: 2, activation: 'relu', inputShape: shape }),
        maxPooling2d({ poolSize: 2 }),
        conv2d({ filters: 32, kernelSize: 2, activation: 'relu' }),
        maxPooling2d({ poolSize: 2 }),
        flatten(),
        dense({ units: 100, activation: 'relu' }),
        dense({ units: 10, activation: 'softmax' }),
      ]
    : [
        dense({ units: 128, activation: 'relu', inputShape: shape }),
        dense({ units: 10, activation: 'softmax' }),
      ],
);
model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', jitCompile: true });
const y = new NdArray(new Int32Array(examples), [examples]);
await model.fit(new NdArray(values, [examples, ...shape]), y, { verbose: 0 });
console.log(JSON.stringify({ ms: performance.now() - start }));
process.exit();
