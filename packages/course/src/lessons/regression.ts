import type { NdArray } from '@myelin/core';
import { type TrainTest, columnStatistics, concrete, splitDataset, standardize } from '@myelin/datasets';
import { tabularRegressor } from '@myelin/zoo';
import { learnFromSeeds } from '../learn.js';
import type { Figure, Lesson, Training } from '../lesson.js';

const seeds = [1, 2, 3, 4, 5];

const common = { seeds, batchSize: 32, measure: 'r2', unit: '', asked: { nearKeras: 0.02 } } as const;

const trainings: readonly Training[] = [
  {
    ...common,
    id: 'concrete-50-50',
    title: 'Strength of concrete, 50-50-1: R²',
    epochs: 50,
    makeModel: () => tabularRegressor({ features: 8, hidden: [50, 50] }),
    loadData: async (seed) => splitTable(await concrete(), seed),
  },
  {
    ...common,
    id: 'concrete-5-5',
    title: 'Strength of concrete, 5-5-1: R²',
    epochs: 50,
    makeModel: () => tabularRegressor({ features: 8, hidden: [5, 5] }),
    loadData: async (seed) => splitTable(await concrete(), seed),
  },
];

/** Numbers from the columns of tables. */
export const regression: Lesson = {
  name: 'regression',
  title: 'Regression',
  data: 'strength of concrete',
  trainings,
  async run(io) {
    const figures: Figure[] = [];
    for (const training of trainings) figures.push(await learnFromSeeds(training, io));
    return figures;
  },
};

/**
 * Random 70 % of the rows to learn from, the others to test on; columns and target are brought to mean 0 and variance 1
 * by those that are learned from.
 */
function splitTable({ x, y }: { readonly x: NdArray; readonly y: NdArray }, seed: number): TrainTest {
  const [train, test] = splitDataset({ x, y }, { leftSize: 0.7, shuffle: true, seed });
  const columns = columnStatistics(train.x);
  const target = columnStatistics(train.y);
  const scaled = (part: { x: NdArray; y: NdArray }): { x: NdArray; y: NdArray } => ({
    x: standardize(part.x, columns),
    y: standardize(part.y, target),
  });
  return { train: scaled(train), test: scaled(test) };
}
