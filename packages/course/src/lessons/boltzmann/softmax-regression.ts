import { NdArray, setSeed } from '@myelin/core';
import type { Examples } from '@myelin/datasets';
import { tabularClassifier } from '@myelin/zoo';

/**
 * What softmax regression says to `x` after it has learned: the same 300 steps of Adam on all examples, whatever the features
 * are.
 */
export async function softmaxRegression(train: Examples, x: NdArray, seed: number): Promise<NdArray> {
  setSeed(seed);
  const classes = Math.max(...Array.from(train.y.data, Number)) + 1;
  const model = tabularClassifier({
    features: train.x.shape[1] ?? 0,
    classes,
    hidden: [],
    learningRate: 0.02,
  });
  await model.fit(train.x, train.y, { epochs: 300, batchSize: train.x.shape[0] ?? 1, verbose: 0 });
  return model.predict(x, { verbose: 0 });
}
