import { balancedAccuracy } from '@myelin/course';
import { columnStatistics, splitDataset, standardize } from '@myelin/datasets';
import { tabularClassifier } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import { loadTable } from './load-table.js';
import type { ClassificationNews, ClassificationRequest, ClassificationResult } from './messages.js';

export const run: RunFunction<ClassificationRequest, ClassificationNews, ClassificationResult> = async (
  { table, hidden, epochs },
  { tell, signal },
) => {
  const { x, y, features, classes } = await loadTable(table);
  const [train, test] = splitDataset({ x, y }, { leftSize: 0.7, shuffle: true, seed: 1 });
  const columns = columnStatistics(train.x);
  const heldOut = { x: standardize(test.x, columns), y: test.y };
  const model = tabularClassifier({
    features: features.length,
    classes: classes.length,
    hidden,
    learningRate: 0.01,
    metrics: ['accuracy', balancedAccuracy({ classes: classes.length })],
  });
  await model.fit(standardize(train.x, columns), train.y, {
    epochs,
    verbose: 0,
    validationData: heldOut,
    signal,
    callbacks: [
      {
        onEpochEnd(epoch, { accuracy = NaN, val_accuracy: heldOutAccuracy = NaN }) {
          tell({ epoch: epoch + 1, accuracy, heldOutAccuracy });
        },
      },
    ],
  });
  const logs = await model.evaluate(heldOut.x, heldOut.y, { verbose: 0 });
  const predicted = await model.predict(heldOut.x, { verbose: 0 });
  return {
    classes,
    accuracy: logs['accuracy'] ?? NaN,
    balancedAccuracy: logs['balanced_accuracy'] ?? NaN,
    truth: Array.from(heldOut.y.data, Number),
    predicted: predicted.toArray() as number[][],
  };
};
