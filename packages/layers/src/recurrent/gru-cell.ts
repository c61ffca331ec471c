import { lastDim } from '@myelin/core';
import { add, gruSequence, gruStep, reshape, slice } from '@myelin/ops';
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
import { type Noise, columns, gateProduct } from './internal/gates.js';
import { drawNoise, dropoutSeed } from './internal/recurrent-dropout.js';
import { isStandard } from './internal/standard.js';

/** Options of {@link gruCell}. */
export interface GruCellConfig extends GatedCellOptions {
  /** Whether the reset gate comes after the product of the state with its kernel. @defaultValue true */
  resetAfter?: boolean;
}

/**
 * One step of a gated recurrent unit: `z, r = recurrentActivation(x · W + h · U + b)`, each with its own columns;
 * `g = activation(x · W + r · (h · U + b₂))`, or `activation(x · W + (r · h) · U)` unless `resetAfter`;
 * `h' = z · h + (1 - z) · g`.
 *
 * `gru` runs it over sequences.
 *
 * `[x, h]`, of `[batch, features]` and `[batch, units]` → `[h', h']`.
 * Weights, in saved order: `kernel [features, 3 · units]`, `recurrent_kernel [units, 3 · units]`, `bias` if `useBias`:
 * `[2, 3 · units]`, one of the inputs and one of the states, or `[3 · units]` unless `resetAfter`; the gates in the order
 * z, r, g.
 *
 * @example
 * ```ts
 * const cell = gruCell({ units: 1, kernelInitializer: 'zeros', recurrentInitializer: 'zeros' });
 * cell([ones([1, 2]), ones([1, 1])]); // [[[0.5]], [[0.5]]]
 * ```
 * @see Keras `keras.layers.GRUCell`; Cho et al., "Learning phrase representations using RNN encoder-decoder for
 *   statistical machine translation", 2014, arXiv 1406.1078.
 */
export const gruCell: CellFactory<GruCellConfig> = /* @__PURE__ */ defineCell({
  className: 'GRUCell',
  required: ['units'],
  defaults: { ...cellDefaults, recurrentActivation: 'sigmoid', resetAfter: true },
  floats: cellFloats,
  resolve: { ...cellResolvers, recurrentActivation: activation },
  stateSizes: ({ units }) => [units],

  build(context) {
    const { config, inputShape, who, addSeed } = context;
    const width = 3 * config.units;
    return {
      ...addKernels(context, lastDim(inputShape, who), 3),
      bias: addBias(context, config.resetAfter ? [2, width] : [width]),
      seed: dropoutSeed(config, addSeed),
    };
  },

  begin(call, input) {
    const { units, recurrentDropout } = call.config;
    const state = [input[0] ?? 0, units];
    return drawNoise(call, { input, state, gates: recurrentDropout > 0 ? 3 : 1, all: false });
  },

  project(x, { config, state: { kernel, bias }, noise }) {
    const product = gateProduct(x, kernel, noise.input);
    if (bias === null) return product;
    return add(product, config.resetAfter ? biasRow(bias, 0) : bias);
  },

  step(projected, states, { config, state: { recurrentKernel, bias }, noise }) {
    const { activation: squash, recurrentActivation, resetAfter } = config;
    const recurrentBias = bias !== null && resetAfter ? biasRow(bias, 1) : null;
    const product = (h: Tensor, from: number, to: number): Tensor => {
      const kernel = columns(recurrentKernel, from, to, 3);
      const result = gateProduct(h, kernel, someOf(noise.recurrent, from, to));
      return recurrentBias === null ? result : add(result, recurrentBias);
    };
    const options = { activation: squash, recurrentActivation, resetAfter, product };
    const { hidden } = gruStep(projected, states[0] as Tensor, options);
    return { output: hidden, states: [hidden] };
  },

  sequence(projected, states, { config, state: { recurrentKernel, bias }, noise }, options) {
    const { resetAfter } = config;
    if (!isStandard(config) || noise.recurrent !== null) return null;
    const recurrentBias = bias !== null && resetAfter ? biasRow(bias, 1) : null;
    return gruSequence(projected, { recurrentKernel, recurrentBias }, states[0] as Tensor, {
      ...options,
      resetAfter,
    });
  },
});

/** One of the two biases. */
function biasRow(bias: Tensor, row: number): Tensor {
  const [, width = 0] = bias.shape;
  return reshape(slice(bias, { startIndices: [row, 0], shape: [1, width] }), { newshape: [width] });
}

function someOf(noise: Noise, from: number, to: number): Noise {
  return Array.isArray(noise) ? (noise as readonly Tensor[]).slice(from, to) : noise;
}
