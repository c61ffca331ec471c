import { type Complete, type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { conv } from '@myelin/ops';
import { checkWindow } from '../internal/check-window.js';
import {
  addBias,
  channelsPerGroup,
  convolutionSpec,
  groups,
  refuseStridesAndDilation,
} from '../internal/convolution.js';
import {
  type KernelAndBiasOptions,
  kernelAndBiasDefaults,
  kernelAndBiasResolvers,
} from '../internal/kernel-and-bias.js';
import { type DataFormat, type Padding, dataFormat, padding } from '../internal/one-of.js';
import { type Pair, positiveInteger, positivePair } from '../internal/positive-integer.js';
import { type ActivationLike, activation } from '../internal/resolve.js';
import { weightOptions } from '../internal/weight-options.js';

/** Options of {@link conv2d}. */
export interface Conv2dConfig extends LayerConfig, KernelAndBiasOptions {
  /** Number of output channels. */
  filters: number;
  /** Rows and columns of the window. */
  kernelSize: number | Pair;
  /** Steps of the window, down and across. @defaultValue [1, 1] */
  strides?: number | Pair;
  /**
   * `'valid'`: windows lie within the image; `'same'`: zeros around it make the output as large as the input over the
   * stride. @defaultValue 'valid'
   */
  padding?: Padding;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** Distance between the elements of the window; above 1 only with strides of 1. @defaultValue [1, 1] */
  dilationRate?: number | Pair;
  /** Into how many parts the channels are divided, each with its own filters. @defaultValue 1 */
  groups?: number;
  /** Function applied last. @defaultValue 'linear' */
  activation?: ActivationLike;
}

/**
 * Convolution of images: `y[i, j] = activation(Σ x[i·s + m·d, j·s + n·d] · kernel[m, n] + bias)`.
 *
 * The same small window of weights looks at every place of the image, so that what is learned in one place is known
 * in all.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, filters]`; channels in the second
 * place with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [rows, columns, channels / groups, filters]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * conv2d({ filters: 1, kernelSize: 2, kernelInitializer: 'ones' })(ones([1, 3, 3, 1])); // [[[[4], [4]], [[4], [4]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown, changes, or is not a multiple of the groups, and when the
 * image is smaller than the window.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.layers.Conv2D`
 * @id Convolution2D
 */
export const conv2d: LayerFactory<Conv2dConfig> = /* @__PURE__ */ defineLayer({
  className: 'Conv2D',
  required: ['filters', 'kernelSize'],
  defaults: {
    strides: 1,
    padding: 'valid',
    dataFormat: 'channels_last',
    dilationRate: 1,
    groups: 1,
    activation: 'linear',
    ...kernelAndBiasDefaults,
  },
  resolve: {
    filters: positiveInteger('filters'),
    kernelSize: positivePair('kernelSize'),
    strides: positivePair('strides'),
    padding,
    dataFormat,
    dilationRate,
    groups,
    activation,
    ...kernelAndBiasResolvers,
  },

  inputSpec: ({ config, inputShape, who }) => convolutionSpec(4, config.dataFormat, inputShape, who),

  build({ config, inputShape, who, addWeight }) {
    const channels = channelsPerGroup(inputShape, config, who);
    const shape = [...config.kernelSize, channels, config.filters];
    return {
      kernel: addWeight('kernel', shape, weightOptions('kernel', config)),
      bias: config.useBias ? addWeight('bias', [config.filters], weightOptions('bias', config)) : null,
    };
  },

  call(x, { config, state: { kernel, bias }, who }) {
    checkWindow(x.shape, { size: config.kernelSize, ...config }, who);
    return config.activation(addBias(conv(x, kernel, config), bias, config.dataFormat));
  },
});

function dilationRate(given: number | Pair, who: string, { strides }: Complete<Conv2dConfig>): Pair {
  const rate = positivePair('dilationRate')(given, who);
  refuseStridesAndDilation(positivePair('strides')(strides, who), rate, who);
  return rate;
}
