import { ArgumentError, type LayerConfig, type LayerFactory, type Shape, defineLayer } from '@myelin/core';
import { add } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { einsumShapes } from '../internal/einsum-shapes.js';
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
import { isPositiveInteger } from '../internal/positive-integer.js';
import { einsumLayout, einsumProduct } from '../internal/quantization/einsum.js';
import { product } from '../internal/quantization/product.js';
import { type ActivationLike, activation, withFanAxes } from '../internal/resolve.js';
import { weightOptions } from '../internal/weight-options.js';

/** Options of {@link einsumDense}. */
export interface EinsumDenseConfig
  extends LayerConfig, Omit<KernelAndBiasOptions, 'useBias'>, LargeWeightOptions {
  /** Names of the axes of input and kernel, and of the output: `abc,cd->abd`, `...b,bc->...c` or `ab...,bc->ac...`. */
  equation: string;
  /** The shape of the output without the batch and without the axes of `...`; null is the size of the input. */
  outputShape: number | Shape;
  /** Function applied last. @defaultValue 'linear' */
  activation?: ActivationLike;
  /** The axes of the output that have a bias each; null is none. @defaultValue null */
  biasAxes?: string | null;
}

/**
 * Fully connected layer along any axes: `y = activation(einsum(equation, x, kernel) + bias)`.
 *
 * A dense layer for inputs with several axes of features, such as the heads of an attention.
 *
 * Input and output have the axes of the equation.
 * Weights, in saved order: `kernel` with the axes in the middle of the equation, `bias` with those of `biasAxes`, and size 1
 * on the axes between and behind them. `loraRank` and `enableLora` are those of `dense`: they add `lora_kernel_a`, the kernel
 * with `rank` on its last axis, and `lora_kernel_b` of that axis. After `quantize` the kernel is whole numbers, and
 * `kernel_scale` follows, which lies as the output does; for int4 the kernel is a matrix, and its columns lie in pairs. Keras
 * does not know quantized layers whose equation has an ellipsis.
 *
 * @example
 * ```ts
 * const layer = einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 1], kernelInitializer: 'ones' });
 * layer(tensor([[[1, 2], [3, 4]]])); // [[[3], [7]]]
 * ```
 * @throws ArgumentError for an equation in another form.
 * @throws ShapeError when the equation does not fit the input, or the size of an axis of the kernel is unknown.
 * @see Keras `keras.layers.EinsumDense`
 */
export const einsumDense: LayerFactory<EinsumDenseConfig, Tensor, Tensor, LargeWeightMethods> =
  /* @__PURE__ */ defineLayer({
    className: 'EinsumDense',
    required: ['equation', 'outputShape'],
    omitted: loraOmitted,
    quantizes: true,
    defaults: {
      activation: 'linear',
      biasAxes: null,
      kernelInitializer: kernelAndBiasDefaults.kernelInitializer,
      biasInitializer: kernelAndBiasDefaults.biasInitializer,
      kernelRegularizer: null,
      biasRegularizer: null,
      activityRegularizer: null,
      kernelConstraint: null,
      biasConstraint: null,
      ...largeWeightDefaults,
    },
    resolve: { outputShape, activation, ...kernelAndBiasResolvers, ...loraResolvers },

    inputSpec: ({ config, inputShape, who }) => ({
      rank: inputShape.length,
      axes: einsumShapes(config, inputShape, who).inputSizes,
    }),

    build({ config, inputShape, who, addWeight }) {
      const shapes = einsumShapes(config, inputShape, who);
      const maker = { who, addWeight };
      const layout = einsumLayout(config.equation, { rank: inputShape.length, shape: shapes.kernel }, who);
      const made = {
        ...weightOptions('kernel', config),
        initializer: withFanAxes(config.kernelInitializer, shapes),
      };
      const kernel = largeWeight({ name: 'kernel', layout, made }, config, maker);
      const bias =
        shapes.bias === null ? null : addWeight('bias', shapes.bias, weightOptions('bias', config));
      return { kernel: adaptable(kernel, config, maker), bias };
    },

    call(x, { config, state: { kernel, bias }, who }) {
      const y = product(x, kernel, einsumProduct(config.equation, x.rank, who));
      return config.activation(bias === null ? y : add(y, bias));
    },

    stored: ({ kernel, bias }) => storedWithBias(kernel, bias),
    writeConfig: (config, state) => largeWeightConfig(config, state?.kernel),
    methods: (context) => largeWeightMethods(context, ({ kernel }) => [kernel]),
  });

function outputShape(given: number | Shape, who: string): Shape {
  const shape = typeof given === 'number' ? [given] : given;
  if (shape.every((size) => size === null || isPositiveInteger(size))) return shape;
  throw new ArgumentError({
    who,
    expected: '`outputShape` to hold positive whole numbers and null',
    got: JSON.stringify(given),
  });
}
