import type { Loss } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import { type LossConfig, defineLoss } from './define-loss.js';
import { huber } from './huber.js';
import { meanSquaredError } from './mean-squared-error.js';

declare const tensor: Tensor;

expectTypeOf(meanSquaredError()).toExtend<Loss>();
expectTypeOf(huber({ delta: 2, reduction: 'none', name: 'h' })(tensor, tensor)).toEqualTypeOf<Tensor>();
// @ts-expect-error an unknown option
huber({ delt: 2 });
// @ts-expect-error an unknown word
huber({ reduction: 'avg' });
// @ts-expect-error an option is left out, not undefined
huber({ delta: undefined });
// @ts-expect-error an array of the host
huber()([1], tensor);

interface PinballConfig {
  quantile: number;
  slope?: number;
}

const pinball = defineLoss<PinballConfig>({
  className: 'Pinball',
  id: 'pinball',
  module: null,
  registeredName: 'test>Pinball',
  defaults: { slope: 1 },
  call(yTrue, yPred, config) {
    expectTypeOf(yTrue).toEqualTypeOf<Tensor>();
    expectTypeOf(yPred).toEqualTypeOf<Tensor>();
    expectTypeOf(config.slope).toEqualTypeOf<number>();
    expectTypeOf(config.quantile).toEqualTypeOf<number>();
    expectTypeOf(config.reduction).toEqualTypeOf<Required<LossConfig>['reduction']>();
    return yPred;
  },
});
expectTypeOf(pinball({ quantile: 0.5 })).toExtend<Loss>();
// @ts-expect-error a required option is missing
pinball();

// @ts-expect-error a default is missing
defineLoss<PinballConfig>({ className: 'Pinball', id: 'pinball', defaults: {}, call: (_, y) => y });
// @ts-expect-error a number is no tensor
defineLoss<object>({ className: 'One', id: 'one', defaults: {}, call: () => 1 });
