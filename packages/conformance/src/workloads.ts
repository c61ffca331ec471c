import { type AnyLayer, NdArray, normalArray, shapeSize, uniformArray } from '@myelin/core';
import {
  add,
  batchNormalization,
  conv2d,
  conv2dTranspose,
  dense,
  dropout,
  embedding,
  globalAveragePooling2d,
  gru,
  input,
  layerNormalization,
  lstm,
  maxPooling2d,
  multiHeadAttention,
  relu,
} from '@myelin/layers';
import { type LossLike, type Model, functional, sequential } from '@myelin/models';
import { tabularRegressor, digitCnn, digitMlp } from '@myelin/zoo';

/** A model and the data that it is trained on: the kinds of networks that speed is measured by, made small. */
export interface Workload {
  readonly build: () => Model;
  readonly loss: LossLike;
  readonly data: (examples: number) => { readonly x: NdArray; readonly y: NdArray };
}

const sparse = 'sparse_categorical_crossentropy';

/** Standard normal numbers. */
const floats = (...shape: readonly number[]): NdArray =>
  new NdArray(normalArray({ seed: 11, offset: 0 }, shapeSize(shape)), shape);
/** From 0 to 1. */
const shares = (...shape: readonly number[]): NdArray =>
  new NdArray(uniformArray({ seed: 12, offset: 0 }, shapeSize(shape)), shape);
/** Whole numbers below `kinds`. */
const labels = (kinds: number, ...shape: readonly number[]): NdArray =>
  new NdArray(
    Int32Array.from(shares(...shape).data as Float32Array, (share) => Math.floor(share * kinds)),
    shape,
  );
const itself = (x: NdArray): ReturnType<Workload['data']> => ({ x, y: x });
const toClasses =
  (kinds: number, ...axes: readonly number[]): Workload['data'] =>
  (examples) => ({ x: floats(examples, ...axes), y: labels(kinds, examples) });
const letters: Workload['data'] = (examples) => ({
  x: labels(20, examples, 12),
  y: labels(20, examples, 12),
});

function convAutoencoder(): Model {
  const same = { kernelSize: 3, padding: 'same', activation: 'relu' } as const;
  return sequential([
    conv2d({ ...same, filters: 8, inputShape: [12, 12, 1] }),
    maxPooling2d({ poolSize: 2 }),
    conv2d({ ...same, filters: 8 }),
    maxPooling2d({ poolSize: 2 }),
    conv2dTranspose({ ...same, filters: 8, strides: 2 }),
    conv2dTranspose({ ...same, filters: 8, strides: 2 }),
    conv2d({ ...same, filters: 1, activation: 'sigmoid' }),
  ]);
}

function residual(): Model {
  const convolve = (filters: number, kernelSize: number, strides = 1) =>
    conv2d({ filters, kernelSize, strides, padding: 'same', useBias: false });
  const image = input({ shape: [12, 12, 3] });
  let x = relu()(batchNormalization()(convolve(8, 3)(image)));
  for (const strides of [1, 2]) {
    const inner = relu()(batchNormalization()(convolve(8 * strides, 3, strides)(x)));
    const y = batchNormalization()(convolve(8 * strides, 3)(inner));
    x = relu()(add()([strides > 1 ? convolve(8 * strides, 1, strides)(x) : x, y]));
  }
  return functional({
    inputs: image,
    outputs: dense({ units: 4, activation: 'softmax' })(globalAveragePooling2d()(x)),
  });
}

function transformer(): Model {
  const text = input({ shape: [12], dtype: 'int32' });
  let x = embedding({ inputDim: 20, outputDim: 16 })(text);
  const normalized = layerNormalization()(x);
  const attended = multiHeadAttention({ numHeads: 2, keyDim: 8 })([normalized, normalized], {
    useCausalMask: true,
  });
  x = add()([x, dropout({ rate: 0.1 })(attended)]);
  const hidden = dense({ units: 32, activation: 'gelu' })(layerNormalization()(x));
  x = add()([x, dense({ units: 16 })(hidden)]);
  return functional({ inputs: text, outputs: dense({ units: 20, activation: 'softmax' })(x) });
}

const classified = (recurrent: AnyLayer): Model =>
  sequential([recurrent, dense({ units: 5, activation: 'softmax' })]);

export const workloads: Readonly<Record<string, Workload>> = {
  regression: {
    build: () => tabularRegressor({ hidden: [5, 5] }),
    loss: 'mse',
    data: (examples) => ({ x: floats(examples, 8), y: shares(examples, 1) }),
  },
  mlp: {
    build: () => digitMlp({ pixels: 64, hidden: [96], classes: 10 }),
    loss: sparse,
    data: toClasses(10, 64),
  },
  'mlp-course': {
    build: () => digitMlp({ pixels: 64, hidden: [64, 40], classes: 10 }),
    loss: sparse,
    data: toClasses(10, 64),
  },
  cnn: {
    build: () => digitCnn({ imageShape: [14, 14, 1], filters: [8, 12], units: 30, classes: 10 }),
    loss: sparse,
    data: toClasses(10, 14, 14, 1),
  },
  'cnn-128': {
    build: () => digitCnn({ imageShape: [24, 24, 3], filters: [16, 32], units: 40, classes: 4 }),
    loss: sparse,
    data: toClasses(4, 24, 24, 3),
  },
  lstm: {
    build: () => classified(lstm({ units: 24, inputShape: [10, 8] })),
    loss: sparse,
    data: toClasses(5, 10, 8),
  },
  gru: {
    build: () => classified(gru({ units: 24, inputShape: [10, 8] })),
    loss: sparse,
    data: toClasses(5, 10, 8),
  },
  'char-lstm': {
    build: () =>
      sequential([
        embedding({ inputDim: 20, outputDim: 16, inputShape: [12] }),
        lstm({ units: 32, returnSequences: true }),
        dense({ units: 20, activation: 'softmax' }),
      ]),
    loss: sparse,
    data: letters,
  },
  autoencoder: {
    build: () =>
      sequential([
        dense({ units: 12, activation: 'relu', inputShape: [100] }),
        dense({ units: 100, activation: 'sigmoid' }),
      ]),
    loss: 'binary_crossentropy',
    data: (examples) => itself(shares(examples, 100)),
  },
  'conv-autoencoder': {
    build: convAutoencoder,
    loss: 'binary_crossentropy',
    data: (examples) => itself(shares(examples, 12, 12, 1)),
  },
  resnet8: { build: residual, loss: sparse, data: toClasses(4, 12, 12, 3) },
  transformer: { build: transformer, loss: sparse, data: letters },
};
