import { type ColumnStatistics, columnStatistics, scalePixels, standardize } from '@myelin/datasets';
import type { FitOptions, Model } from '@myelin/models';
import { datasets, zoo } from 'myelin';
import { type Examples, shuffleRows } from '../data/shuffle-rows.js';

/** One network of the course: what it learns from, how long, and what it must reach. */
export interface Lesson {
  /** Name of its file. */
  readonly name: string;
  readonly title: string;
  readonly task: 'regression' | 'classification';
  readonly epochs: number;
  /** What it must reach on data it has not seen (R² or accuracy); well below what it does reach. */
  readonly atLeast: number;
  makeModel(): Model;
  loadData(): Promise<LessonData>;
}

/** Inputs and labels as the model takes them. */
export interface LessonData {
  readonly learn: Examples;
  readonly validation: Pick<FitOptions, 'validationSplit' | 'validationData'>;
  /** What the results are measured on; never learned from. */
  readonly test: Examples;
  /** By which labels that are quantities were standardized; null for classes. */
  readonly target: ColumnStatistics | null;
}

/** The networks of the course, on data that come along. */
export const course: readonly Lesson[] = [
  {
    name: 'concrete-50-50-1',
    title: 'Strength of concrete, 50-50-1',
    task: 'regression',
    epochs: 50,
    atLeast: 0.8,
    makeModel: () => zoo.tabularRegressor({ hidden: [50, 50] }),
    loadData: loadMixes,
  },
  {
    name: 'concrete-5-5-1',
    title: 'Strength of concrete, 5-5-1',
    task: 'regression',
    epochs: 50,
    atLeast: 0.5,
    makeModel: () => zoo.tabularRegressor({ hidden: [5, 5] }),
    loadData: loadMixes,
  },
  {
    name: 'digits-mlp',
    title: 'Handwritten digits, 784-784-100-10',
    task: 'classification',
    epochs: 5,
    atLeast: 0.93,
    makeModel: () => zoo.digitMlp(),
    loadData: () => loadDigits([784]),
  },
  {
    name: 'digits-cnn',
    title: 'Handwritten digits, two convolutions',
    task: 'classification',
    epochs: 3,
    atLeast: 0.93,
    makeModel: () => zoo.digitCnn(),
    loadData: () => loadDigits([28, 28, 1]),
  },
];

/**
 * Concrete mixes in random order, the last 30 % to validate and test on; columns and strength brought to mean 0 and
 * variance 1 by the rows that are learned from.
 */
async function loadMixes(): Promise<LessonData> {
  const share = 0.3;
  const { x, y } = shuffleRows(await datasets.concrete());
  const rows = x.shape[0] ?? 0;
  const learned = Math.floor(rows * (1 - share));
  const scaled = standardize(x, columnStatistics(x.rows(0, learned)));
  const target = columnStatistics(y.rows(0, learned));
  const strength = standardize(y, target);
  return {
    learn: { x: scaled, y: strength },
    validation: { validationSplit: share },
    test: { x: scaled.rows(learned, rows), y: strength.rows(learned, rows) },
    target,
  };
}

async function loadDigits(shape: readonly number[]): Promise<LessonData> {
  return digitData(await datasets.digits(), shape);
}

/** Digits as a model takes them: pixels from 0 to 1 in its shape, classes one-hot. */
function digitData(
  { train, test }: { readonly train: Examples; readonly test: Examples },
  shape: readonly number[],
): LessonData {
  const prepare = ({ x, y }: Examples): Examples => ({
    x: scalePixels(x, shape),
    y: datasets.toCategorical(y, 10),
  });
  const tested = prepare(test);
  return { learn: prepare(train), validation: { validationData: tested }, test: tested, target: null };
}
