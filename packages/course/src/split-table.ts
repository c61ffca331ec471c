import { type Examples, type TrainTest, columnStatistics, splitDataset, standardize } from '@myelin/datasets';

/**
 * @internal Random 70 % of the rows to learn from, the others to test on; the columns are brought to mean 0 and variance 1 by
 * those that are learned from.
 */
export function splitTable({ x, y }: Examples, seed: number): TrainTest {
  const [train, test] = splitDataset({ x, y }, { leftSize: 0.7, shuffle: true, seed });
  const columns = columnStatistics(train.x);
  return {
    train: { x: standardize(train.x, columns), y: train.y },
    test: { x: standardize(test.x, columns), y: test.y },
  };
}

/** @internal What is to be predicted, brought to mean 0 and variance 1 by the rows that are learned from. */
export function scaleTargets({ train, test }: TrainTest): TrainTest {
  const target = columnStatistics(train.y);
  return {
    train: { x: train.x, y: standardize(train.y, target) },
    test: { x: test.x, y: standardize(test.y, target) },
  };
}
