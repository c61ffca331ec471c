import { type Optimizer, setSeed } from '@myelin/core';
import type { Examples } from '@myelin/datasets';
import { randomNormal } from '@myelin/initializers';
import { cosineDecay, sgd } from '@myelin/optimizers';
import { type DeepMlpOptions, deepMlp } from '@myelin/zoo';
import { flatDigits } from '../data/flat-digits.js';
import { learnFromSeeds } from '../learn.js';
import type { Asked, Figure, Lesson, LessonIo, Training } from '../lesson.js';
import { mean } from '../measures/mean.js';
import { gradientName, watchGradients } from '../measures/watch-gradients.js';

const seeds = [1, 2, 3];
const epochs = 5;

/** Where the gradient is measured before anything is learned. */
const atStart: readonly (DeepMlpOptions & { id: string; title: string; asked: Asked })[] = [
  { id: 'sigmoid-10', title: 'sigmoid, 10 layers', asked: { atMost: 1e-4 } },
  { id: 'sigmoid-20', title: 'sigmoid, 20 layers', depth: 20, asked: { atMost: 1e-9 } },
  { id: 'tanh-10', title: 'tanh, 10 layers, Glorot', activation: 'tanh', asked: { atLeast: 0.1 } },
  {
    id: 'relu-10',
    title: 'relu, 10 layers, He',
    activation: 'relu',
    kernelInitializer: 'he_normal',
    asked: { atLeast: 0.1 },
  },
  {
    id: 'normalized-10',
    title: 'sigmoid, 10 layers, batch normalization',
    batchNormalization: true,
    asked: { atLeast: 0.1 },
  },
  {
    id: 'residual-10',
    title: 'sigmoid, 10 layers, residual',
    residual: true,
    asked: { atLeast: 0.1 },
  },
];

const common = { seeds, epochs, batchSize: 32, measure: 'accuracy', unit: '%' } as const;

/** The step size falls to 0, so that a network does not hang on its last batch. */
const descent = (): Optimizer =>
  sgd({ learningRate: cosineDecay({ initialLearningRate: 0.05, decaySteps: epochs * 282 }) });

function training(id: string, what: string, asked: Asked, options: DeepMlpOptions = {}): Training {
  return {
    ...common,
    id: `vanishing-${id}`,
    title: `10 layers, ${epochs} epochs, ${what}: accuracy`,
    asked,
    makeModel: () => deepMlp({ ...options, optimizer: descent() }),
    loadData: flatDigits,
  };
}

// #region trainings
const cured = { atLeast: 0.8 }; // four times what the plain network may reach

const trainings: readonly Training[] = [
  training('sigmoid', 'sigmoid', { atMost: 0.2 }),
  training('tanh', 'tanh, Glorot', cured, { activation: 'tanh' }),
  training('relu', 'relu, He', cured, { activation: 'relu', kernelInitializer: 'he_normal' }),
  training('normalized', 'sigmoid, batch normalization', cured, { batchNormalization: true }),
  training('residual', 'sigmoid, residual', cured, { residual: true }),
];
// #endregion trainings

/** Gradients on their way back through many layers, and what keeps them alive. */
export const vanishingGradients: Lesson = {
  name: 'vanishing-gradients',
  title: 'Vanishing gradients',
  data: '10,000 digits of MNIST',
  trainings,
  async run(io) {
    const figures = [...(await measureGradients(io)), await ratioAfterTraining(io)];
    for (const one of trainings) figures.push(await learnFromSeeds(one, io));
    return figures;
  },
};

/** @internal What can be said before anything has learned. */
export async function measureGradients({ write }: Pick<LessonIo, 'write'>): Promise<Figure[]> {
  const { train } = await flatDigits();
  const batch = { x: train.x.rows(0, 256), y: train.y.rows(0, 256) };
  const figures: Figure[] = [];
  const report = (figure: Pick<Figure, 'id' | 'title' | 'asked'>, values: readonly number[]): void => {
    write(`${figure.title}: ${mean(values).toExponential(2)}\n`);
    figures.push({ ...figure, value: mean(values), unit: '', seeds });
  };
  for (const { id, title, asked, ...options } of atStart) {
    const { depth = 10 } = options;
    const norms = await normsFromSeeds(batch, options);
    report(
      {
        id: `gradient-${id}`,
        title: `Gradient of the first hidden layer against the last, untrained: ${title}`,
        asked,
      },
      norms.map((ofLayer) => ofLayer(1) / ofLayer(depth)),
    );
  }
  const tanh = { activation: 'tanh' } as const;
  const small = await normsFromSeeds(batch, { ...tanh, kernelInitializer: randomNormal({ stddev: 0.05 }) });
  const glorot = await normsFromSeeds(batch, tanh);
  report(
    {
      id: 'gradient-small-weights',
      title: 'Gradient of the first hidden layer, weights of deviation 0.05 against Glorot: tanh, 10 layers',
      asked: { atMost: 1e-3 },
    },
    small.map((ofLayer, i) => ofLayer(1) / (glorot[i]?.(1) ?? NaN)),
  );
  return figures;
}

// #region norms
type Norms = (hiddenLayer: number) => number;

/** How large the gradient of each hidden kernel is on a batch, with new weights from each seed. */
async function normsFromSeeds({ x, y }: Examples, options: DeepMlpOptions): Promise<Norms[]> {
  const found: Norms[] = [];
  for (const seed of seeds) {
    setSeed(seed);
    const model = deepMlp(options);
    // A single step is not worth a program.
    watchGradients(model, { optimizer: 'sgd', loss: 'categorical_crossentropy', jitCompile: false });
    const logs = await model.trainOnBatch(x, y);
    found.push((hiddenLayer) => logs[gradientName(hiddenLayer)] ?? NaN);
  }
  return found;
}
// #endregion norms

async function ratioAfterTraining({ signal }: LessonIo): Promise<Figure> {
  const { train } = await flatDigits();
  setSeed(1);
  const model = deepMlp();
  watchGradients(model, { optimizer: descent(), loss: 'categorical_crossentropy' });
  const { history } = await model.fit(train.x, train.y, { epochs, verbose: 0, ...(signal && { signal }) });
  const last = (place: number): number => history[gradientName(place)]?.at(-1) ?? NaN;
  return {
    id: 'gradient-sigmoid-10-trained',
    title: `Gradient of the first hidden layer against the last, sigmoid, 10 layers, in the last batch of ${epochs} epochs`,
    value: last(1) / last(10),
    unit: '',
    asked: { atMost: 1e-3 },
    seeds: [1],
  };
}
