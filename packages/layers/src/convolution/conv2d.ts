import {
  ArgumentError,
  type Complete,
  type LayerConfig,
  type LayerFactory,
  ShapeError,
  defineLayer,
  knownDim,
} from '@myelin/core';
import { add, conv, reshape } from '@myelin/ops';
import { checkWindow } from '../internal/check-window.js';
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

  inputSpec: ({ config, inputShape, who }) => {
    const axis = channelAxis(config.dataFormat);
    return { rank: 4, axes: { [axis]: inputShape.length === 4 ? knownDim(inputShape, axis, who) : 0 } };
  },

  build({ config, inputShape, who, addWeight }) {
    const channels = knownDim(inputShape, channelAxis(config.dataFormat), who);
    if (channels % config.groups !== 0) {
      throw new ShapeError({
        who,
        expected: `a number of channels that ${config.groups} groups divide`,
        got: String(channels),
      });
    }
    return {
      kernel: addWeight(
        'kernel',
        [...config.kernelSize, channels / config.groups, config.filters],
        weightOptions('kernel', config),
      ),
      bias: config.useBias ? addWeight('bias', [config.filters], weightOptions('bias', config)) : null,
    };
  },

  call(x, { config, state: { kernel, bias }, who }) {
    checkWindow(x.shape, { size: config.kernelSize, ...config }, who);
    const y = conv(x, kernel, config);
    if (bias === null) return config.activation(y);
    const last = config.dataFormat === 'channels_last';
    return config.activation(add(y, last ? bias : reshape(bias, { newshape: [-1, 1, 1] })));
  },
});

function channelAxis(format: DataFormat): number {
  return format === 'channels_last' ? -1 : 1;
}

function dilationRate(given: number | Pair, who: string, { strides }: Complete<Conv2dConfig>): Pair {
  const rate = positivePair('dilationRate')(given, who);
  const steps = positivePair('strides')(strides, who);
  if (Math.max(...rate) === 1 || Math.max(...steps) === 1) return rate;
  throw new ArgumentError({
    who,
    expected: '`strides` or `dilationRate` above 1, not both',
    got: `${steps.join(' x ')} and ${rate.join(' x ')}`,
  });
}

function groups(given: number, who: string, { filters }: Complete<Conv2dConfig>): number {
  const count = positiveInteger('groups')(given, who);
  if (filters % count === 0) return count;
  throw new ArgumentError({
    who,
    expected: `a number of \`filters\` that ${count} groups divide`,
    got: String(filters),
  });
}
