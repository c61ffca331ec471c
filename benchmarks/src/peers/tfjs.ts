/** Measures TensorFlow.js' layers on one workload: `node tfjs.mjs <workload> wasm|cpu`. */
import { createRequire as requireFor } from 'node:module';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type Measured, batchSize, elapsed, timeEpochs } from '../timing.js';
import { type Task, tasks } from '../tasks.js';

type Layers = (inputShape: number[]) => tf.layers.Layer[];

const { layers } = tf;
/** Enough to know: it takes the same for every step. */
const fewExamples = 320;
const [name = '', backend = 'wasm'] = process.argv.slice(2);
const task = tasks[name] as Task;

if (backend === 'wasm') {
  // The backend looks for its files beside the program, which is elsewhere.
  const main = requireFor(process.env['MYELIN_BENCH_PACKAGE'] ?? import.meta.url);
  setWasmPaths(main.resolve('@tensorflow/tfjs-backend-wasm').replace(/[^/\\]*$/, ''));
}
await tf.setBackend(backend);
await tf.ready();

const same = { kernelSize: 3, padding: 'same', activation: 'relu' } as const;
const convolutional =
  (units: number): Layers =>
  (inputShape) => [
    layers.conv2d({ filters: 16, kernelSize: 2, activation: 'relu', inputShape }),
    layers.maxPooling2d({ poolSize: 2 }),
    layers.conv2d({ filters: 32, kernelSize: 2, activation: 'relu' }),
    layers.maxPooling2d({ poolSize: 2 }),
    layers.flatten(),
    layers.dense({ units: 100, activation: 'relu' }),
    layers.dense({ units, activation: 'softmax' }),
  ];

/** The networks that are chains of layers. */
const chains: Readonly<Record<string, Layers>> = {
  regression: (inputShape) => [
    layers.dense({ units: 5, activation: 'relu', inputShape }),
    layers.dense({ units: 5, activation: 'relu' }),
    layers.dense({ units: 1 }),
  ],
  mlp: (inputShape) => [
    layers.dense({ units: 128, activation: 'relu', inputShape }),
    layers.dense({ units: 10, activation: 'softmax' }),
  ],
  'mlp-course': (inputShape) => [
    layers.dense({ units: 784, activation: 'relu', inputShape }),
    layers.dense({ units: 100, activation: 'relu' }),
    layers.dense({ units: 10, activation: 'softmax' }),
  ],
  cnn: convolutional(10),
  'cnn-128': convolutional(4),
  lstm: (inputShape) => [
    layers.lstm({ units: 64, inputShape }),
    layers.dense({ units: 10, activation: 'softmax' }),
  ],
  gru: (inputShape) => [
    layers.gru({ units: 64, inputShape }),
    layers.dense({ units: 10, activation: 'softmax' }),
  ],
  'char-lstm': ([inputLength = 0]) => [
    layers.embedding({ inputDim: 64, outputDim: 64, inputLength }),
    layers.lstm({ units: 128, returnSequences: true }),
    layers.dense({ units: 64, activation: 'softmax' }),
  ],
  autoencoder: (inputShape) => [
    layers.dense({ units: 32, activation: 'relu', inputShape }),
    layers.dense({ units: 784, activation: 'sigmoid' }),
  ],
  'conv-autoencoder': (inputShape) => [
    layers.conv2d({ ...same, filters: 16, inputShape }),
    layers.maxPooling2d({ poolSize: 2 }),
    layers.conv2d({ ...same, filters: 8 }),
    layers.maxPooling2d({ poolSize: 2 }),
    layers.conv2dTranspose({ ...same, filters: 8, strides: 2 }),
    layers.conv2dTranspose({ ...same, filters: 16, strides: 2 }),
    layers.conv2d({ ...same, filters: 1, activation: 'sigmoid' }),
  ],
};

function residual(shape: number[]): tf.LayersModel {
  const convolve = (filters: number, kernelSize: number, strides = 1) =>
    layers.conv2d({ filters, kernelSize, strides, padding: 'same', useBias: false });
  const apply = (layer: tf.layers.Layer, x: tf.SymbolicTensor): tf.SymbolicTensor =>
    layer.apply(x) as tf.SymbolicTensor;
  const normalized = (x: tf.SymbolicTensor): tf.SymbolicTensor => apply(layers.batchNormalization(), x);
  const image = tf.input({ shape });
  let x = apply(layers.reLU(), normalized(apply(convolve(32, 3), image)));
  for (const { filters, strides } of [
    { filters: 32, strides: 1 },
    { filters: 64, strides: 2 },
    { filters: 128, strides: 2 },
  ]) {
    const inner = apply(layers.reLU(), normalized(apply(convolve(filters, 3, strides), x)));
    const y = normalized(apply(convolve(filters, 3), inner));
    const short = strides > 1 ? apply(convolve(filters, 1, strides), x) : x;
    x = apply(layers.reLU(), layers.add().apply([short, y]) as tf.SymbolicTensor);
  }
  const pooled = apply(layers.globalAveragePooling2d({}), x);
  return tf.model({
    inputs: image,
    outputs: apply(layers.dense({ units: 10, activation: 'softmax' }), pooled),
  });
}

function build(inputShape: number[]): tf.LayersModel {
  const chain = chains[name];
  if (chain !== undefined) return tf.sequential({ layers: chain(inputShape) });
  if (name === 'resnet8') return residual(inputShape);
  throw new Error('has no multi-head attention');
}

const losses = {
  mse: 'meanSquaredError',
  sparse_categorical_crossentropy: 'sparseCategoricalCrossentropy',
  binary_crossentropy: 'binaryCrossentropy',
} as const;

const { x, y } = task.data(fewExamples);
const [examples = 0, ...inputShape] = x.shape as number[];
const inputs = tf.tensor(x.data, x.shape as number[]);
// It compares classes as floats.
const targets = tf.tensor(Float32Array.from(y.data), y.shape as number[]);
const model = build(inputShape);
model.compile({ optimizer: 'adam', loss: losses[task.loss] });
const train = (rows: number): Promise<unknown> => {
  const [someX, someY] = [inputs, targets].map((all) => tf.slice(all, 0, rows)) as [tf.Tensor, tf.Tensor];
  // The type of `verbose`, an enum, is not exported.
  const options: object = { batchSize, verbose: 0, yieldEvery: 'never' };
  return model.fit(someX, someY, options).finally(() => {
    tf.dispose([someX, someY]);
  });
};
const firstFitMs = await elapsed(() => train(batchSize));
const stepMs = await timeEpochs(examples / batchSize, () => train(examples));
const measured: Measured = {
  stepMs,
  firstFitMs,
  runner: `TensorFlow.js ${tf.version['tfjs-core']}, ${backend}`,
};
console.log(JSON.stringify(measured));
process.exit();
