import {
  type Layer,
  type LayerConfig,
  type Resolved,
  type SymbolicTensor,
  type WeightOptions,
  defineActivation,
} from '@myelin/core';
import { heNormal } from '@myelin/initializers';
import { l2, maxNorm } from '@myelin/regularizers';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import {
  type Conv2dConfig,
  type DenseConfig,
  add,
  bidirectional,
  conv2d,
  dense,
  dropout,
  flatten,
  gru,
  input,
  lstm,
  rnn,
} from './index.js';
import type { kernelAndBiasResolvers } from './internal/kernel-and-bias.js';
import { weightOptions } from './internal/weight-options.js';

declare const tensor: Tensor;
const symbolic = input({ shape: [2] });

expectTypeOf(symbolic).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(dense({ units: 1 })).toExtend<Layer<DenseConfig>>();
expectTypeOf(dense({ units: 1 })(tensor)).toEqualTypeOf<Tensor>();
expectTypeOf(dense({ units: 1 })(symbolic)).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(add()).toEqualTypeOf<Layer<LayerConfig, readonly Tensor[]>>();
expectTypeOf(add()([symbolic, dense({ units: 2 })(symbolic)])).toEqualTypeOf<SymbolicTensor>();
// @ts-expect-error these add lists
add()(symbolic);

// What layers take for activations, initializers, regularizers and constraints: ids, what was made, null.
dense({ units: 1, activation: 'relu', kernelInitializer: 'he_normal', kernelRegularizer: 'l2' });
dense({ units: 1, kernelInitializer: heNormal({ seed: 1 }), biasRegularizer: l2({ l2: 0.1 }) });
dense({ units: 1, kernelConstraint: 'non_neg', biasConstraint: maxNorm({ axis: 0 }) });
dense({ units: 1, activation: null, kernelRegularizer: null, kernelConstraint: null });
dense({ units: 1, activation: defineActivation('test>same', (x) => x) });
dense({ units: 1, activation: dropout({ rate: 0.5 }) });
// @ts-expect-error functions need a name, so that the model can be saved
dense({ units: 1, activation: (x: Tensor) => x });
// @ts-expect-error the id of an initializer
dense({ units: 1, activation: 'zeros' });
// @ts-expect-error a factory that nobody called
dense({ units: 1, kernelInitializer: heNormal });

// Options of the right kind and no others.
// @ts-expect-error no options
dense();
// @ts-expect-error a missing option
conv2d({ filters: 1 });
// @ts-expect-error Python's name
dense({ units: 1, use_bias: true });
// @ts-expect-error a word for a number
dense({ units: '1' });
// @ts-expect-error an option is left out, not undefined
dense({ units: 1, activation: undefined });
conv2d({ filters: 1, kernelSize: 3, strides: [1, 2], padding: 'same', inputShape: [null, null, 3] });
// @ts-expect-error one size too many
conv2d({ filters: 1, kernelSize: [1, 2, 3] });
// @ts-expect-error an unknown word
conv2d({ filters: 1, kernelSize: 3, padding: 'Same' });
expectTypeOf(flatten).toBeCallableWith();

// Defaults are part of the configuration of a layer.
expectTypeOf(dense({ units: 1 }).config.useBias).toEqualTypeOf<boolean>();
expectTypeOf(conv2d({ filters: 1, kernelSize: 3 }).config).toEqualTypeOf<Readonly<Required<Conv2dConfig>>>();

// A weight is made of the options of its name, all of them and none other.
{
  const config = {} as Resolved<DenseConfig, typeof kernelAndBiasResolvers>;
  expectTypeOf(weightOptions('kernel', config)).toEqualTypeOf<WeightOptions>();
  weightOptions('bias', config);
  // @ts-expect-error no weight of a dense layer
  weightOptions('recurrent', config);
}

// Recurrent layers return a list where states are wanted.
declare const sequence: Tensor;
const steps = input({ shape: [5, 2] });
expectTypeOf(lstm({ units: 1 })(sequence)).toEqualTypeOf<Tensor>();
expectTypeOf(lstm({ units: 1, returnState: true })(sequence)).toEqualTypeOf<readonly [Tensor, ...Tensor[]]>();
expectTypeOf(gru({ units: 1, returnState: true })(steps)[0]).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(bidirectional({ layer: lstm({ units: 1 }) })(steps)).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(
  bidirectional({ layer: gru({ units: 1 }), mergeMode: null })(sequence)[0],
).toEqualTypeOf<Tensor>();
expectTypeOf(
  bidirectional({ layer: lstm({ units: 1, returnState: true }) })(sequence)[0],
).toEqualTypeOf<Tensor>();
// @ts-expect-error an option that no recurrent layer has
lstm({ units: 1, unitz: 2 });
// @ts-expect-error a cell is missing
rnn({});
