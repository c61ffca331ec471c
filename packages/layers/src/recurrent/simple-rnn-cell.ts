import { lastDim } from '@myelin/core';
import { add, simpleRnnSequence, simpleRnnStep } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { CellFactory } from './cell.js';
import { defineCell } from './define-cell.js';
import {
  type CellOptions,
  addBias,
  addKernels,
  cellDefaults,
  cellFloats,
  cellResolvers,
} from './internal/cell-options.js';
import { gateProduct } from './internal/gates.js';
import { drawNoise, dropoutSeed } from './internal/recurrent-dropout.js';
import { isStandard } from './internal/standard.js';

/** Options of {@link simpleRnnCell}. */
export type SimpleRnnCellConfig = CellOptions;

/**
 * One step of a simple recurrence: `h' = activation(x · W + h · U + b)`.
 *
 * `simpleRnn` runs it over sequences.
 *
 * `[x, h]`, of `[batch, features]` and `[batch, units]` → `[h', h']`.
 * Weights, in saved order: `kernel [features, units]`, `recurrent_kernel [units, units]`, `bias [units]` if `useBias`.
 *
 * @example
 * ```ts
 * const cell = simpleRnnCell({ units: 1, kernelInitializer: 'ones', activation: 'linear' });
 * cell([ones([1, 2]), zeros([1, 1])]); // [[[2]], [[2]]]
 * ```
 * @see Keras `keras.layers.SimpleRNNCell`; Elman, "Finding structure in time", 1990.
 */
export const simpleRnnCell: CellFactory<SimpleRnnCellConfig> = /* @__PURE__ */ defineCell({
  className: 'SimpleRNNCell',
  required: ['units'],
  defaults: cellDefaults,
  floats: cellFloats,
  resolve: cellResolvers,
  stateSizes: ({ units }) => [units],

  build(context) {
    const { config, inputShape, who, addSeed } = context;
    return {
      ...addKernels(context, lastDim(inputShape, who), 1),
      bias: addBias(context, [config.units]),
      seed: dropoutSeed(config, addSeed),
    };
  },

  begin: (call, input) =>
    drawNoise(call, { input, state: [input[0] ?? 0, call.config.units], gates: 1, all: true }),

  project(x, { state: { kernel, bias }, noise }) {
    const product = gateProduct(x, kernel, noise.input);
    return bias === null ? product : add(product, bias);
  },

  step(projected, states, { config, state, noise }) {
    const product = gateProduct(states[0] as Tensor, state.recurrentKernel, noise.recurrent);
    const hidden = simpleRnnStep(add(projected, product), config.activation);
    return { output: hidden, states: [hidden] };
  },

  sequence(projected, states, { config, state, noise }, options) {
    if (!isStandard(config) || noise.recurrent !== null) return null;
    return simpleRnnSequence(projected, state.recurrentKernel, states[0] as Tensor, options);
  },
});
