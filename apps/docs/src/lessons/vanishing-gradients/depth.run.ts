import { flatDigits, gradientName, watchGradients } from '@myelin/course';
import { randomNormal } from '@myelin/initializers';
import { adam, sgd } from '@myelin/optimizers';
import { deepMlp } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { DepthNews, DepthRequest, DepthResult } from './messages.js';

const batchSize = 32;

export const run: RunFunction<DepthRequest, DepthNews, DepthResult> = async (request, { tell, signal }) => {
  const { activation, depth, initializer, batchNormalization, residual, epochs } = request;
  const { train, test } = await flatDigits();
  const model = deepMlp({
    activation,
    depth,
    batchNormalization,
    residual,
    kernelInitializer: initializer === 'small' ? randomNormal({ stddev: 0.05 }) : initializer,
  });
  watchGradients(model, {
    optimizer: request.optimizer === 'adam' ? adam() : sgd({ learningRate: 0.05 }),
    loss: 'categorical_crossentropy',
    metrics: ['accuracy'],
  });
  const perEpoch = Math.ceil((train.x.shape[0] ?? 0) / batchSize);
  const report = (step: number, logs: Readonly<Record<string, number>>): void => {
    const norms = Array.from({ length: depth }, (_, i) => logs[gradientName(i + 1)] ?? NaN);
    tell({ step, steps: epochs * perEpoch, loss: logs['loss'] ?? NaN, norms });
  };
  // The gradients of the first step are those of the weights that nothing has changed yet.
  report(0, await model.trainOnBatch(train.x.rows(0, 256), train.y.rows(0, 256)));
  let epoch = 0;
  await model.fit(train.x, train.y, {
    epochs,
    batchSize,
    verbose: 0,
    signal,
    callbacks: [
      {
        batchEndIntervalMs: 100,
        onTrainBatchEnd(batch, logs) {
          report(epoch * perEpoch + batch + 1, logs);
        },
        onEpochEnd() {
          epoch++;
        },
      },
    ],
  });
  const { accuracy = NaN } = await model.evaluate(test.x, test.y, { verbose: 0 });
  return { accuracy };
};
