import {
  add,
  batchNormalization,
  conv2d,
  conv2dTranspose,
  dense,
  embedding,
  flatten,
  globalAveragePooling2d,
  gru,
  input,
  layerNormalization,
  lstm,
  maxPooling2d,
  multiHeadAttention,
  relu,
} from '@myelin/layers';
import { type Model, functional, sequential } from '@myelin/models';

function convolutional(inputShape: number[], kinds: number): Model {
  return sequential([
    conv2d({ filters: 16, kernelSize: 2, activation: 'relu', inputShape }),
    maxPooling2d({ poolSize: 2 }),
    conv2d({ filters: 32, kernelSize: 2, activation: 'relu' }),
    maxPooling2d({ poolSize: 2 }),
    flatten(),
    dense({ units: 100, activation: 'relu' }),
    dense({ units: kinds, activation: 'softmax' }),
  ]);
}

function convAutoencoder(): Model {
  const same = { kernelSize: 3, padding: 'same', activation: 'relu' } as const;
  return sequential([
    conv2d({ ...same, filters: 16, inputShape: [28, 28, 1] }),
    maxPooling2d({ poolSize: 2 }),
    conv2d({ ...same, filters: 8 }),
    maxPooling2d({ poolSize: 2 }),
    conv2dTranspose({ ...same, filters: 8, strides: 2 }),
    conv2dTranspose({ ...same, filters: 16, strides: 2 }),
    conv2d({ ...same, filters: 1, activation: 'sigmoid' }),
  ]);
}

function resnet8(): Model {
  const convolve = (filters: number, kernelSize: number, strides = 1) =>
    conv2d({ filters, kernelSize, strides, padding: 'same', useBias: false });
  const image = input({ shape: [32, 32, 3] });
  let x = relu()(batchNormalization()(convolve(32, 3)(image)));
  for (const { filters, strides } of [
    { filters: 32, strides: 1 },
    { filters: 64, strides: 2 },
    { filters: 128, strides: 2 },
  ]) {
    const inner = relu()(batchNormalization()(convolve(filters, 3, strides)(x)));
    const y = batchNormalization()(convolve(filters, 3)(inner));
    x = relu()(add()([strides > 1 ? convolve(filters, 1, strides)(x) : x, y]));
  }
  const outputs = dense({ units: 10, activation: 'softmax' })(globalAveragePooling2d()(x));
  return functional({ inputs: image, outputs });
}

function transformer(): Model {
  const letters = input({ shape: [64], dtype: 'int32' });
  let x = embedding({ inputDim: 64, outputDim: 64 })(letters);
  for (let block = 0; block < 2; block++) {
    const normalized = layerNormalization()(x);
    const attended = multiHeadAttention({ numHeads: 4, keyDim: 16 })([normalized, normalized], {
      useCausalMask: true,
    });
    x = add()([x, attended]);
    const hidden = dense({ units: 256, activation: 'gelu' })(layerNormalization()(x));
    x = add()([x, dense({ units: 64 })(hidden)]);
  }
  return functional({ inputs: letters, outputs: dense({ units: 64, activation: 'softmax' })(x) });
}

/** The networks, by the names of the workloads; keras_bench.py has the same ones. */
export const networks: Readonly<Record<string, () => Model>> = {
  regression: () =>
    sequential([
      dense({ units: 5, activation: 'relu', inputShape: [8] }),
      dense({ units: 5, activation: 'relu' }),
      dense({ units: 1 }),
    ]),
  mlp: () =>
    sequential([
      dense({ units: 128, activation: 'relu', inputShape: [784] }),
      dense({ units: 10, activation: 'softmax' }),
    ]),
  'mlp-course': () =>
    sequential([
      dense({ units: 784, activation: 'relu', inputShape: [784] }),
      dense({ units: 100, activation: 'relu' }),
      dense({ units: 10, activation: 'softmax' }),
    ]),
  cnn: () => convolutional([28, 28, 1], 10),
  'cnn-128': () => convolutional([128, 128, 3], 4),
  lstm: () =>
    sequential([lstm({ units: 64, inputShape: [32, 16] }), dense({ units: 10, activation: 'softmax' })]),
  gru: () =>
    sequential([gru({ units: 64, inputShape: [32, 16] }), dense({ units: 10, activation: 'softmax' })]),
  'char-lstm': () =>
    sequential([
      embedding({ inputDim: 64, outputDim: 64, inputShape: [64] }),
      lstm({ units: 128, returnSequences: true }),
      dense({ units: 64, activation: 'softmax' }),
    ]),
  autoencoder: () =>
    sequential([
      dense({ units: 32, activation: 'relu', inputShape: [784] }),
      dense({ units: 784, activation: 'sigmoid' }),
    ]),
  'conv-autoencoder': convAutoencoder,
  resnet8,
  transformer,
};
