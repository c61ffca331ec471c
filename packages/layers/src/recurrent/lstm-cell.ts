import { lastDim } from '@myelin/core';
import { add, lstmSequence, lstmStep } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { activation } from '../internal/resolve.js';
import type { CellFactory } from './cell.js';
import { defineCell } from './define-cell.js';
import {
  type GatedCellOptions,
  addBias,
  addKernels,
  cellDefaults,
  cellFloats,
  cellResolvers,
} from './internal/cell-options.js';
import { forgetOnes } from './internal/forget-ones.js';
import { gateProduct } from './internal/gates.js';
import { drawNoise, dropoutSeed } from './internal/recurrent-dropout.js';
import { isStandard } from './internal/standard.js';

/** Options of {@link lstmCell}. */
export interface LstmCellConfig extends GatedCellOptions {
  /** Whether the bias of the forget gate starts at 1 (Jozefowicz et al., 2015). @defaultValue true */
  unitForgetBias?: boolean;
}

/**
 * One step of a long short-term memory, with the hidden state `h` and the carry `c`:
 * `i, f, o = recurrentActivation(x · W + h · U + b)`, `g = activation(x · W + h · U + b)`, each with its own columns;
 * `c' = f · c + i · g`; `h' = o · activation(c')`.
 *
 * `lstm` runs it over sequences.
 *
 * `[x, h, c]`, of `[batch, features]` and twice `[batch, units]` → `[h', h', c']`.
 * Weights, in saved order: `kernel [features, 4 · units]`, `recurrent_kernel [units, 4 · units]`, `bias [4 · units]` if
 * `useBias`; the gates in the order i, f, g, o.
 *
 * @example
 * ```ts
 * const cell = lstmCell({ units: 1, kernelInitializer: 'zeros' });
 * cell([ones([1, 2]), zeros([1, 1]), ones([1, 1])]); // [[[0.3119]], [[0.3119]], [[0.7311]]]
 * ```
 * @see Keras `keras.layers.LSTMCell`; Hochreiter and Schmidhuber, "Long short-term memory", 1997.
 */
export const lstmCell: CellFactory<LstmCellConfig> = /* @__PURE__ */ defineCell({
  className: 'LSTMCell',
  required: ['units'],
  defaults: { ...cellDefaults, recurrentActivation: 'sigmoid', unitForgetBias: true },
  floats: cellFloats,
  resolve: { ...cellResolvers, recurrentActivation: activation },
  stateSizes: ({ units }) => [units, units],

  build(context) {
    const { config, inputShape, who, addSeed } = context;
    const start = config.unitForgetBias ? forgetOnes(config.biasInitializer, config.units) : undefined;
    return {
      ...addKernels(context, lastDim(inputShape, who), 4),
      bias: addBias(context, [4 * config.units], start),
      seed: dropoutSeed(config, addSeed),
    };
  },

  begin(call, input) {
    const { units, recurrentDropout } = call.config;
    const state = [input[0] ?? 0, units];
    return drawNoise(call, { input, state, gates: recurrentDropout > 0 ? 4 : 1, all: false });
  },

  project(x, { state: { kernel, bias }, noise }) {
    const product = gateProduct(x, kernel, noise.input);
    return bias === null ? product : add(product, bias);
  },

  step(projected, states, { config, state, noise }) {
    const [hidden, carry] = states as [Tensor, Tensor];
    const z = add(projected, gateProduct(hidden, state.recurrentKernel, noise.recurrent));
    const next = lstmStep(z, carry, config);
    return { output: next.hidden, states: [next.hidden, next.carry] };
  },

  sequence(projected, states, { config, state, noise }, options) {
    if (!isStandard(config) || noise.recurrent !== null) return null;
    return lstmSequence(projected, state.recurrentKernel, states as [Tensor, Tensor], options);
  },
});
