import { binaryAccuracy, defineMetric, mean } from '@myelin/metrics';
import { defineLoss, huber } from '@myelin/losses';
import { adam, defineOptimizer } from '@myelin/optimizers';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Model } from '../index.js';

declare const model: Model;
declare const tensor: Tensor;

model.compile({});
model.compile({ optimizer: 'adam', loss: 'mse', metrics: ['accuracy', 'mae', 'mean_absolute_error'] });
model.compile({ optimizer: adam({ learningRate: 0.1 }), loss: huber(), metrics: [binaryAccuracy()] });
model.compile({ loss: 'mse', weightedMetrics: ['mse'] });

model.compile({
  optimizer: defineOptimizer<object, object>({
    className: 'Still',
    defaults: {},
    slots: () => [],
    step: ({ variable }) => ({ variable, slots: {} }),
  })(),
  loss: defineLoss<object>({ className: 'Own', id: 'own', defaults: {}, call: (_, yPred) => yPred })(),
  metrics: [
    defineMetric<object, 'last'>({
      className: 'Last',
      defaults: {},
      state: () => ({ last: [] }),
      update: (_, { yPred }) => ({ last: yPred }),
      result: ({ last }) => last,
    })(),
  ],
});

// @ts-expect-error an unknown id
model.compile({ optimizer: 'adm' });
// @ts-expect-error an unknown id
model.compile({ loss: 'mean_squared_eror' });
// @ts-expect-error an unknown id
model.compile({ metrics: ['acuracy'] });
// @ts-expect-error an unknown option
model.compile({ losses: 'mse' });
// @ts-expect-error an option is left out, not undefined
model.compile({ loss: undefined });
// @ts-expect-error a factory that nobody called
model.compile({ loss: huber });
// @ts-expect-error a function that could not be saved
model.compile({ loss: () => tensor });
// @ts-expect-error a figure that compares nothing
model.compile({ metrics: [mean()] });
