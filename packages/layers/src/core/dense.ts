import { type LayerConfig, type LayerFactory, defineLayer, lastDim } from '@myelin/core';
import { add } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type KernelAndBiasOptions,
  kernelAndBiasDefaults,
  kernelAndBiasResolvers,
} from '../internal/kernel-and-bias.js';
import {
  type LargeWeightMethods,
  type LargeWeightOptions,
  largeWeight,
  largeWeightConfig,
  largeWeightDefaults,
  largeWeightMethods,
  storedWithBias,
} from '../internal/large-weight.js';
import { adaptable, loraOmitted, loraResolvers } from '../internal/lora.js';
import { positiveInteger } from '../internal/positive-integer.js';
import { matrixLayout } from '../internal/quantization/layout.js';
import { product } from '../internal/quantization/product.js';
import { type ActivationLike, activation } from '../internal/resolve.js';
import { weightOptions } from '../internal/weight-options.js';

/** Options of {@link dense}. */
export interface DenseConfig extends LayerConfig, KernelAndBiasOptions, LargeWeightOptions {
  /** Size of the last axis of the output; a positive integer. */
  units: number;
  /** Function applied last. @defaultValue 'linear' */
  activation?: ActivationLike;
}

/**
 * Fully connected layer: `y = activation(x · kernel + bias)`.
 *
 * Every output is one artificial neuron: a weighted sum of all inputs, a bias and a nonlinear function.
 *
 * Input `[batch, ..., inputDim]` → output `[batch, ..., units]`.
 * Weights, in saved order: `kernel [inputDim, units]`, `bias [units]` if `useBias`. With `loraRank`, or after `enableLora`,
 * the kernel is frozen, and `lora_kernel_a [inputDim, rank]` and `lora_kernel_b [rank, units]` are trained, which files hold
 * as a part of the kernel. After `quantize` the kernel is whole numbers, two of them in a byte for int4, and `kernel_scale`
 * follows, for blocks `kernel_zero` and `g_idx`, the block of each row: `y = activation(q · kernel / (scale · kernel_scale) + bias)`
 * with `q = round(x · scale)`.
 *
 * @example
 * ```ts
 * dense({ units: 2, kernelInitializer: 'ones' })(ones([1, 3])); // [[3, 3]]
 * ```
 * @throws ShapeError when the size of the last axis is unknown or changes.
 * @see Keras `keras.layers.Dense`
 */
export const dense: LayerFactory<DenseConfig, Tensor, Tensor, LargeWeightMethods> =
  /* @__PURE__ */ defineLayer({
    className: 'Dense',
    required: ['units'],
    omitted: { activityRegularizer: null, ...loraOmitted },
    quantizes: true,
    supportsMasking: true,
    defaults: {
      activation: 'linear',
      ...kernelAndBiasDefaults,
      ...largeWeightDefaults,
    },
    resolve: {
      units: positiveInteger('units'),
      activation,
      ...kernelAndBiasResolvers,
      ...loraResolvers,
    },

    inputSpec: ({ inputShape, who }) => ({ minRank: 2, axes: { [-1]: lastDim(inputShape, who) } }),

    build({ config, inputShape, who, addWeight }) {
      const { units, useBias } = config;
      const maker = { who, addWeight };
      const layout = matrixLayout([lastDim(inputShape, who), units], 0);
      const made = weightOptions('kernel', config);
      const kernel = largeWeight({ name: 'kernel', layout, made }, config, maker);
      const bias = useBias ? addWeight('bias', [units], weightOptions('bias', config)) : null;
      return { kernel: adaptable(kernel, config, maker), bias };
    },

    call(x, { config, state: { kernel, bias } }) {
      const y = product(x, kernel);
      return config.activation(bias === null ? y : add(y, bias));
    },

    computeOutputShape: (inputShape, { units }) => [...inputShape.slice(0, -1), units],

    stored: ({ kernel, bias }) => storedWithBias(kernel, bias),
    writeConfig: (config, state) => largeWeightConfig(config, state?.kernel),
    methods: (context) => largeWeightMethods(context, ({ kernel }) => [kernel]),
  });
