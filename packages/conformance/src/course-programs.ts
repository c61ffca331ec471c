import { type Program } from '@myelin/compiler';
import { NdArray, clearSession, setSeed, useBackend } from '@myelin/core';
import {
  add,
  batchNormalization,
  concatenate,
  conv2d,
  dense,
  dropout,
  flatten,
  input,
  maxPooling2d,
} from '@myelin/layers';
import {
  type LossLike,
  type MetricLike,
  type Model,
  type OptimizerLike,
  functional,
  sequential,
} from '@myelin/models';
import { tabularRegressor, digitCnn, digitMlp } from '@myelin/zoo';
import { interpreterRuntime } from './interpreter-runtime.js';

/** A model and the shapes of the batches that it is trained on. */
export interface CourseModel {
  readonly build: () => Model;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

function compiled(
  model: Model,
  loss: LossLike,
  optimizer: OptimizerLike = 'adam',
  metrics: readonly MetricLike[] = [],
): Model {
  model.compile({ optimizer, loss, metrics });
  return model;
}

/** The models of the course as they are, whose programs are printed but too large to be interpreted in tests. */
export const courseModels: Readonly<Record<string, CourseModel>> = {
  regression: {
    build: () => tabularRegressor({ hidden: [5, 5] }),
    x: [32, 8],
    y: [32, 1],
  },
  mlp: {
    build: () => digitMlp(),
    x: [32, 784],
    y: [32, 10],
  },
  cnn: {
    build: () => digitCnn(),
    x: [32, 28, 28, 1],
    y: [32, 10],
  },
};

/** Models of the same kinds, and of other kinds, that are small enough to be interpreted. */
export const smallModels: Readonly<Record<string, CourseModel>> = {
  regression: courseModels['regression'] as CourseModel,
  'mlp with sparse targets': {
    build: () =>
      compiled(
        digitMlp({ pixels: 12, hidden: [9, 7], classes: 4 }),
        'sparse_categorical_crossentropy',
        'adam',
        ['accuracy'],
      ),
    x: [6, 12],
    y: [6],
  },
  'mlp with one-hot targets': {
    build: () =>
      compiled(digitMlp({ pixels: 12, hidden: [9, 7], classes: 4 }), 'categorical_crossentropy', 'adam', [
        'accuracy',
      ]),
    x: [6, 12],
    y: [6, 4],
  },
  'clipped probabilities': {
    build() {
      const x = input({ shape: [5] });
      const halves = add()([
        dense({ units: 3, activation: 'softmax' })(x),
        dense({ units: 3, activation: 'softmax' })(x),
      ]);
      return compiled(functional({ inputs: x, outputs: halves }), 'categorical_crossentropy', 'sgd');
    },
    x: [4, 5],
    y: [4, 3],
  },
  'binary classification': {
    build: () =>
      compiled(
        sequential([dense({ units: 1, activation: 'sigmoid', inputShape: [5] })]),
        'binary_crossentropy',
        'sgd',
        ['accuracy'],
      ),
    x: [4, 5],
    y: [4, 1],
  },
  cnn: {
    build: () =>
      compiled(
        digitCnn({ imageShape: [8, 8, 2], filters: [3, 4], units: 6, classes: 4 }),
        'categorical_crossentropy',
      ),
    x: [3, 8, 8, 2],
    y: [3, 4],
  },
  'penalised convolution': {
    build: () =>
      compiled(
        sequential([
          conv2d({
            filters: 3,
            kernelSize: 2,
            activation: 'relu',
            kernelRegularizer: 'l2',
            inputShape: [6, 6, 1],
          }),
          maxPooling2d({ poolSize: 2 }),
          flatten(),
          dense({ units: 1, kernelRegularizer: 'l1' }),
        ]),
        'mse',
        'sgd',
      ),
    x: [4, 6, 6, 1],
    y: [4, 1],
  },
  'dropout and batch normalisation with RMSprop': {
    build: () =>
      compiled(
        sequential([
          dense({ units: 6, activation: 'relu', inputShape: [4] }),
          batchNormalization(),
          dropout({ rate: 0.4 }),
          dense({ units: 1 }),
        ]),
        'mse',
        'rmsprop',
      ),
    x: [8, 4],
    y: [8, 1],
  },
  'a graph with branches': {
    build() {
      const x = input({ shape: [5] });
      const left = dense({ units: 4, activation: 'tanh' })(x);
      const right = dense({ units: 4, activation: 'sigmoid' })(x);
      const joined = concatenate()([add()([left, right]), left, x]);
      return compiled(functional({ inputs: x, outputs: dense({ units: 2 })(joined) }), 'mean_absolute_error');
    },
    x: [6, 5],
    y: [6, 2],
  },
};

class Traced extends Error {}

/** The traced training step of a model: nothing runs. */
export async function traceTraining({ build, x, y }: CourseModel): Promise<Program> {
  let found: Program | undefined;
  await useBackend(
    interpreterRuntime((program) => {
      found = program;
      throw new Traced();
    }),
  );
  clearSession();
  setSeed(3);
  try {
    await build().fit(NdArray.zeros(x), NdArray.zeros(y), { epochs: 1, batchSize: x[0] ?? 1, verbose: 0 });
  } catch (error) {
    if (!(error instanceof Traced)) throw error;
  }
  return found as Program;
}
