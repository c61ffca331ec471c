import { type Constraint, type LayerConfig, type LayerFactory, defineLayer, lastDim } from '@myelin/core';
import { add, matmul } from '@myelin/ops';
import {
  type ActivationLike,
  type InitializerLike,
  type RegularizerLike,
  activation,
  initializer,
  regularizer,
} from '../internal/resolve.js';
import { positiveInteger } from '../internal/positive-integer.js';

/** Options of {@link dense}. */
export interface DenseConfig extends LayerConfig {
  /** Size of the last axis of the output; a positive integer. */
  units: number;
  /** Function applied last. @defaultValue 'linear' */
  activation?: ActivationLike;
  /** Whether to add a bias. @defaultValue true */
  useBias?: boolean;
  /** @defaultValue 'glorot_uniform' */
  kernelInitializer?: InitializerLike;
  /** @defaultValue 'zeros' */
  biasInitializer?: InitializerLike;
  /** Penalty on the kernel. @defaultValue null */
  kernelRegularizer?: RegularizerLike;
  /** Penalty on the bias. @defaultValue null */
  biasRegularizer?: RegularizerLike;
  /** Penalty on the output. @defaultValue null */
  activityRegularizer?: RegularizerLike;
  /** Projection of the kernel after each update. @defaultValue null */
  kernelConstraint?: Constraint | null;
  /** Projection of the bias after each update. @defaultValue null */
  biasConstraint?: Constraint | null;
}

/**
 * Fully connected layer: `y = activation(x · kernel + bias)`.
 *
 * Every output is one artificial neuron: a weighted sum of all inputs, a bias and a nonlinear function.
 *
 * Input `[batch, ..., inputDim]` → output `[batch, ..., units]`.
 * Weights, in saved order: `kernel [inputDim, units]`, `bias [units]` if `useBias`.
 *
 * @example
 * ```ts
 * dense({ units: 2, kernelInitializer: 'ones' })(ones([1, 3])); // [[3, 3]]
 * ```
 * @throws ShapeError when the size of the last axis is unknown or changes.
 * @see Keras `keras.layers.Dense`
 */
export const dense: LayerFactory<DenseConfig> = /* @__PURE__ */ defineLayer({
  className: 'Dense',
  required: ['units'],
  omitted: { activityRegularizer: null },
  fixed: { quantization_config: null },
  supportsMasking: true,
  defaults: {
    activation: 'linear',
    useBias: true,
    kernelInitializer: 'glorot_uniform',
    biasInitializer: 'zeros',
    kernelRegularizer: null,
    biasRegularizer: null,
    activityRegularizer: null,
    kernelConstraint: null,
    biasConstraint: null,
  },
  resolve: {
    units: positiveInteger('units'),
    activation,
    kernelInitializer: initializer,
    biasInitializer: initializer,
    kernelRegularizer: regularizer,
    biasRegularizer: regularizer,
    activityRegularizer: regularizer,
  },

  inputSpec: ({ inputShape, who }) => ({ minRank: 2, axes: { [-1]: lastDim(inputShape, who) } }),

  build({ config, inputShape, who, addWeight }) {
    const { units, useBias } = config;
    return {
      kernel: addWeight('kernel', [lastDim(inputShape, who), units], {
        initializer: config.kernelInitializer,
        regularizer: config.kernelRegularizer,
        constraint: config.kernelConstraint,
      }),
      bias: useBias
        ? addWeight('bias', [units], {
            initializer: config.biasInitializer,
            regularizer: config.biasRegularizer,
            constraint: config.biasConstraint,
          })
        : null,
    };
  },

  call(x, { config, state: { kernel, bias } }) {
    const y = matmul(x, kernel);
    return config.activation(bias === null ? y : add(y, bias));
  },

  computeOutputShape: (inputShape, { units }) => [...inputShape.slice(0, -1), units],
});
