import type { Metric } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import { binaryAccuracy } from './binary-accuracy.js';
import { defineMeanMetric } from './define-mean-metric.js';
import { defineMetric } from './define-metric.js';
import { mean } from './mean.js';

declare const tensor: Tensor;

expectTypeOf(binaryAccuracy({ threshold: 0.7, name: 'accuracy' })).toExtend<Metric>();
expectTypeOf(binaryAccuracy().result()).toEqualTypeOf<Tensor>();
// @ts-expect-error an unknown option
binaryAccuracy({ treshold: 0.7 });
// @ts-expect-error an option is left out, not undefined
binaryAccuracy({ threshold: undefined });

// A figure of values compares nothing, so no model can be compiled with it.
mean().update(tensor);
expectTypeOf(mean()).not.toExtend<Metric>();

interface LargestConfig {
  scale?: number;
}

const largest = defineMetric<LargestConfig, 'error' | 'seen'>({
  className: 'Largest',
  module: null,
  registeredName: 'test>Largest',
  defaults: { scale: 1 },
  state: () => ({ error: [], seen: [1] }),
  update(state, { yTrue, yPred, sampleWeight }, config) {
    expectTypeOf(state.error).toEqualTypeOf<Tensor>();
    expectTypeOf(yTrue).toEqualTypeOf<Tensor>();
    expectTypeOf(yPred).toEqualTypeOf<Tensor>();
    expectTypeOf(sampleWeight).toEqualTypeOf<Tensor | null>();
    expectTypeOf(config.scale).toEqualTypeOf<number>();
    return { error: yPred, seen: state.seen };
  },
  result: ({ error }) => error,
});
expectTypeOf(largest({ scale: 2 })).toExtend<Metric>();

defineMetric<object, 'error'>({
  className: 'Forgets',
  defaults: {},
  // @ts-expect-error the shape of what is gathered is missing
  state: () => ({}),
  // @ts-expect-error what is gathered is missing
  update: () => ({}),
  // @ts-expect-error nothing of this name is gathered
  result: ({ errors }) => errors as Tensor,
});

const bias = defineMeanMetric<LargestConfig>({
  className: 'Bias',
  defaults: { scale: 1 },
  call(yTrue, _yPred, { scale }) {
    expectTypeOf(scale).toEqualTypeOf<number>();
    return yTrue;
  },
});
expectTypeOf(bias()).toExtend<Metric>();
