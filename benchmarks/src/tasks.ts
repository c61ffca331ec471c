/** Numbers with a shape. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** What a network learns: as many examples as Keras has in keras_bench.py, or fewer. */
export interface Task {
  readonly loss: 'mse' | 'sparse_categorical_crossentropy' | 'binary_crossentropy';
  readonly data: (examples?: number) => { readonly x: Numbers; readonly y: Numbers };
}

/** Numbers between 0 and 1 by Park and Miller's generator: the same in every run. */
function generator(): () => number {
  let last = 1;
  return () => (last = (last * 48271) % 2147483647) / 2147483647;
}

/** How many numbers a shape holds. */
export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, axis) => product * axis, 1);

type Random = () => number;

/** Sums of three, whose variance is brought to 1. */
function normal(random: Random, ...shape: number[]): Numbers {
  const next = (): number => (random() + random() + random() - 1.5) * 2;
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, next) };
}

function classes(random: Random, count: number, ...shape: number[]): Numbers {
  return { shape, data: Int32Array.from({ length: sizeOf(shape) }, () => Math.floor(random() * count)) };
}

function images(...shape: number[]): { x: Numbers; y: Numbers } {
  const x = { shape, data: Float32Array.from({ length: sizeOf(shape) }, generator()) };
  return { x, y: x };
}

const classified = (kinds: number, examples: number, ...shape: number[]): Task => ({
  loss: 'sparse_categorical_crossentropy',
  data(count = examples) {
    const random = generator();
    return { x: normal(random, count, ...shape), y: classes(random, kinds, count) };
  },
});

const letters: Task = {
  loss: 'sparse_categorical_crossentropy',
  data(count = 640) {
    const random = generator();
    return { x: classes(random, 64, count, 64), y: classes(random, 64, count, 64) };
  },
};

const rebuilt = (examples: number, ...shape: number[]): Task => ({
  loss: 'binary_crossentropy',
  data: (count = examples) => images(count, ...shape),
});

/** By the names of the workloads. */
export const tasks: Readonly<Record<string, Task>> = {
  regression: {
    loss: 'mse',
    data(count = 3200) {
      const random = generator();
      return { x: normal(random, count, 8), y: normal(random, count, 1) };
    },
  },
  mlp: classified(10, 3200, 784),
  'mlp-course': classified(10, 3200, 784),
  cnn: classified(10, 3200, 28, 28, 1),
  'cnn-128': classified(4, 320, 128, 128, 3),
  lstm: classified(10, 1600, 32, 16),
  gru: classified(10, 1600, 32, 16),
  'char-lstm': letters,
  autoencoder: rebuilt(3200, 784),
  'conv-autoencoder': rebuilt(640, 28, 28, 1),
  resnet8: classified(10, 320, 32, 32, 3),
  transformer: letters,
};
