import { meanSquaredError } from '@myelin/course';
import { pca, project, unproject } from '@myelin/datasets';
import { autoencoder } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import { loadImages, stackRows } from './load-images.js';
import type { CompressionNews, CompressionRequest, CompressionResult } from './messages.js';

/** As many as a page can learn from in seconds. */
const trainCount = 3000;
const shown = 6;

export const run: RunFunction<CompressionRequest, CompressionNews, CompressionResult> = async (
  { code, epochs },
  { tell, signal },
) => {
  const { train, test } = await loadImages();
  const x = train.rows(0, trainCount);
  const plane = pca(x, { components: code });
  const linear = unproject(project(test, plane), plane);
  const pcaError = meanSquaredError(linear, test);
  const model = autoencoder({ hidden: [128, 64], code });
  await model.fit(x, x, {
    epochs,
    verbose: 0,
    validationData: { x: test, y: test },
    signal,
    callbacks: [
      {
        onEpochEnd(epoch, { val_loss: error = NaN }) {
          tell({ epoch: epoch + 1, error, pcaError });
        },
      },
    ],
  });
  const learned = await model.predict(test, { verbose: 0 });
  const images = stackRows(...[test, linear, learned].map((rows) => rows.rows(0, shown)));
  return { images, error: meanSquaredError(learned, test), pcaError };
};
