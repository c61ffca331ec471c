import type { Optimizer } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import { adam } from './adam.js';
import { defineOptimizer } from './define-optimizer.js';
import type { LearningRateSchedule } from './schedules/define-schedule.js';
import { sgd } from './sgd.js';

expectTypeOf(adam()).toExtend<Optimizer>();
expectTypeOf(sgd({ learningRate: 0.1, momentum: 0.9, clipnorm: null })).toExtend<Optimizer>();
// @ts-expect-error an unknown option
sgd({ lr: 0.1 });
// @ts-expect-error an option is left out, not undefined
sgd({ momentum: undefined });

interface SignConfig {
  scale?: number;
}

const signs = defineOptimizer<SignConfig, { last: Tensor }>({
  className: 'Signs',
  module: null,
  registeredName: 'test>Signs',
  defaults: { scale: 1, learningRate: 0.1 },
  slots(config) {
    expectTypeOf(config.scale).toEqualTypeOf<number>();
    expectTypeOf(config.clipnorm).toEqualTypeOf<number | null>();
    return [['last']];
  },
  step({ gradient, variable, slots, learningRate, iteration }, config) {
    expectTypeOf(gradient).toEqualTypeOf<Tensor>();
    expectTypeOf(slots).toEqualTypeOf<{ last: Tensor }>();
    expectTypeOf(config.learningRate).toEqualTypeOf<number | LearningRateSchedule>();
    // Numbers would be baked into the compiled program.
    expectTypeOf(learningRate).toEqualTypeOf<Tensor>();
    expectTypeOf(iteration).toEqualTypeOf<Tensor>();
    return { variable, slots: { last: gradient } };
  },
});
expectTypeOf(signs({ scale: 2, learningRate: 1 })).toExtend<Optimizer>();

defineOptimizer<object, { last: Tensor }>({
  className: 'Forgets',
  defaults: {},
  // @ts-expect-error no slot is called so
  slots: () => [['first']],
  // @ts-expect-error the slots are not returned
  step: ({ variable }) => ({ variable, slots: {} }),
});
