import { r2 } from '@myelin/course';
import {
  type Table,
  autoMpg,
  columnStatistics,
  concrete,
  diabetes,
  splitDataset,
  standardize,
  unstandardize,
} from '@myelin/datasets';
import { tabularRegressor } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { RegressionNews, RegressionRequest, RegressionResult } from './messages.js';
import type { TableName } from './tables.js';

const loaders: Readonly<Record<TableName, () => Promise<Table>>> = { concrete, diabetes, autoMpg };

export const run: RunFunction<RegressionRequest, RegressionNews, RegressionResult> = async (
  { table, hidden, learningRate, epochs },
  { tell, signal },
) => {
  const { x, y, features } = await loaders[table]();
  const [train, test] = splitDataset({ x, y }, { leftSize: 0.7, shuffle: true, seed: 1 });
  const columns = columnStatistics(train.x);
  const target = columnStatistics(train.y);
  const model = tabularRegressor({ features: features.length, hidden, learningRate });
  await model.fit(standardize(train.x, columns), standardize(train.y, target), {
    epochs,
    verbose: 0,
    validationData: { x: standardize(test.x, columns), y: standardize(test.y, target) },
    signal,
    callbacks: [
      {
        onEpochEnd(epoch, { loss = NaN, val_loss: heldOutLoss = NaN }) {
          tell({ epoch: epoch + 1, loss, heldOutLoss });
        },
      },
    ],
  });
  const predicted = unstandardize(await model.predict(standardize(test.x, columns)), target);
  return {
    r2: r2(test.y, predicted),
    truth: test.y.data as Float32Array,
    predicted: predicted.data as Float32Array,
  };
};
