import { type ClassTable, breastCancer, iris, penguins, wine } from '@myelin/datasets';
import { type TabularClassifierOptions, digitMlp, tabularClassifier } from '@myelin/zoo';
import { flatDigits } from '../data/flat-digits.js';
import { learn } from '../learn.js';
import type { Figure, Lesson, LessonIo, Training } from '../lesson.js';
import { mean } from '../measures/mean.js';
import { splitTable } from '../split-table.js';
import { trainingLesson } from '../training-lesson.js';
import { balancedAccuracy } from './classification/balanced-accuracy.js';

interface Classification extends TabularClassifierOptions {
  readonly id: string;
  readonly title: string;
  readonly epochs: number;
  readonly loadTable: () => Promise<ClassTable>;
}

const seeds = [1, 2, 3, 4, 5];
const common = { seeds, measure: 'accuracy', unit: '%', asked: { nearKeras: 0.01 } } as const;

const tumours: Classification = {
  id: 'breast-cancer-5-5',
  title: 'Tumours, 5-5-2: accuracy',
  loadTable: breastCancer,
  features: 30,
  classes: 2,
  epochs: 20,
};

/** Labels are class numbers. */
const tables = [
  {
    id: 'iris-5-5',
    title: 'Iris flowers, 5-5-3: accuracy',
    loadTable: iris,
    features: 4,
    classes: 3,
    epochs: 50,
  },
  {
    id: 'wine-5-5',
    title: 'Wines, 5-5-3: accuracy',
    loadTable: wine,
    features: 13,
    classes: 3,
    epochs: 50,
  },
  tumours,
  {
    id: 'penguins-5-5',
    title: 'Penguins by four measurements, 5-5-3: accuracy',
    loadTable: () => penguins({ categories: false }),
    features: 4,
    classes: 3,
    epochs: 50,
  },
].map(toTraining);

/** Labels are one-hot rows. */
const digitTraining: Training = {
  ...common,
  id: 'digits-32',
  title: 'Handwritten digits, 32-10: accuracy',
  epochs: 5,
  batchSize: 32,
  makeModel: () => digitMlp({ hidden: [32] }),
  loadData: flatDigits,
};

const trained = trainingLesson({
  name: 'classification',
  title: 'Classification',
  data: 'iris flowers, wines, tumours, penguins, digits',
  trainings: [...tables, digitTraining],
});

/** Classes from the columns of tables and from pixels. */
export const classification: Lesson = {
  ...trained,
  run: async (io) => [...(await trained.run(io)), await measureBalance(io)],
};

/** Keras reads no metric of one's own from a file, so what is learned here has no twin there. */
async function measureBalance(io: LessonIo): Promise<Figure> {
  const training = {
    ...toTraining({ ...tumours, metrics: ['accuracy', balancedAccuracy({ classes: 2 })] }),
    id: 'breast-cancer-balanced',
    title: 'Tumours, 5-5-2: balanced accuracy',
  };
  const values: number[] = [];
  for (const seed of seeds) {
    const { model, data } = await learn(training, seed, io);
    const logs = await model.evaluate(data.test.x, data.test.y, { verbose: 0 });
    values.push(logs['balanced_accuracy'] ?? NaN);
  }
  return { ...training, value: mean(values), asked: { atLeast: 0.95 } };
}

function toTraining({ id, title, epochs, loadTable, ...network }: Classification): Training {
  return {
    ...common,
    id,
    title,
    epochs,
    batchSize: 32,
    makeModel: () => tabularClassifier({ ...network, learningRate: 0.01 }),
    loadData: async (seed) => splitTable(await loadTable(), seed),
  };
}
