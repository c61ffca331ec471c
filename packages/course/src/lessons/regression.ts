import { type Table, autoMpg, californiaHousing, concrete, diabetes } from '@myelin/datasets';
import { type TabularRegressorOptions, tabularRegressor } from '@myelin/zoo';
import type { Lesson, Training } from '../lesson.js';
import { scaleTargets, splitTable } from '../split-table.js';
import { trainingLesson } from '../training-lesson.js';

interface Regression extends TabularRegressorOptions {
  readonly id: string;
  readonly title: string;
  readonly epochs: number;
  readonly loadTable: () => Promise<Table>;
}

const trainings: readonly Training[] = [
  toTraining({
    id: 'concrete-50-50',
    title: 'Strength of concrete, 50-50-1: R²',
    loadTable: concrete,
    features: 8,
    hidden: [50, 50],
    epochs: 50,
  }),
  toTraining({
    id: 'concrete-5-5',
    title: 'Strength of concrete, 5-5-1: R²',
    loadTable: concrete,
    features: 8,
    hidden: [5, 5],
    epochs: 50,
  }),
  toTraining({
    id: 'diabetes-50-50',
    title: 'Progression of diabetes, 50-50-1: R²',
    loadTable: diabetes,
    features: 10,
    hidden: [50, 50],
    epochs: 50,
  }),
  toTraining({
    id: 'diabetes-linear',
    title: 'Progression of diabetes, no hidden layer: R²',
    loadTable: diabetes,
    features: 10,
    hidden: [],
    learningRate: 0.01,
    epochs: 20,
  }),
  toTraining({
    id: 'auto-mpg-50-50',
    title: 'Miles per gallon, 50-50-1: R²',
    loadTable: autoMpg,
    features: 9,
    hidden: [50, 50],
    epochs: 50,
  }),
  toTraining({
    id: 'california-50-50',
    title: 'Houses in California, 50-50-1: R²',
    loadTable: californiaHousing,
    features: 13,
    hidden: [50, 50],
    epochs: 20,
  }),
];

function toTraining({ id, title, epochs, loadTable, ...network }: Regression): Training {
  return {
    id,
    title,
    epochs,
    seeds: [1, 2, 3, 4, 5],
    batchSize: 32,
    measure: 'r2',
    unit: '',
    asked: { nearKeras: 0.02 },
    makeModel: () => tabularRegressor(network),
    loadData: async (seed) => scaleTargets(splitTable(await loadTable(), seed)),
  };
}

/** Numbers from the columns of tables. */
export const regression: Lesson = trainingLesson({
  name: 'regression',
  title: 'Regression',
  data: 'strength of concrete, diabetes, cars, houses in California (1.4 MB)',
  trainings,
});
