import {
  ArgumentError,
  type Complete,
  type LayerConfig,
  type LayerFactory,
  defineLayer,
  knownDim,
} from '@myelin/core';
import { convTranspose } from '@myelin/ops';
import { addBias, channelAxis, convolutionSpec, refuseStridesAndDilation } from '../internal/convolution.js';
import {
  type KernelAndBiasOptions,
  kernelAndBiasDefaults,
  kernelAndBiasResolvers,
} from '../internal/kernel-and-bias.js';
import { type DataFormat, type Padding, dataFormat, padding } from '../internal/one-of.js';
import { type Pair, positiveInteger, positivePair } from '../internal/positive-integer.js';
import { type ActivationLike, activation } from '../internal/resolve.js';
import { weightOptions } from '../internal/weight-options.js';

/** Options of {@link conv2dTranspose}. */
export interface Conv2dTransposeConfig extends LayerConfig, KernelAndBiasOptions {
  /** Number of output channels. */
  filters: number;
  /** Rows and columns of the window. */
  kernelSize: number | Pair;
  /** How far the windows of neighbouring elements are apart, down and across. @defaultValue [1, 1] */
  strides?: number | Pair;
  /**
   * `'valid'`: every window lies within the output; `'same'`: the output is as large as the input times the stride.
   * @defaultValue 'valid'
   */
  padding?: Padding;
  /**
   * Rows and columns beyond the least output, `(n - 1) · stride + window` if valid and `(n - 1) · stride + window % 2` if
   * same; below the strides. null is what `padding` says. @defaultValue null
   */
  outputPadding?: number | Pair | null;
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** Distance between the elements of the window; above 1 only with strides of 1. @defaultValue [1, 1] */
  dilationRate?: number | Pair;
  /** Function applied last. @defaultValue 'linear' */
  activation?: ActivationLike;
}

/**
 * Transposed convolution of images: each element writes a window, `y[i·s + m·d, j·s + n·d] += x[i, j] · kernel[m, n]`, then
 * `activation(y + bias)`.
 *
 * Makes images larger: in the second half of autoencoders, in generators, in segmentation. It undoes the change of size of
 * the convolution with the same options. Windows that overlap unevenly leave a chequered pattern; a window that is a
 * multiple of the stride avoids it.
 *
 * Input `[batch, height, width, channels]` → output `[batch, newHeight, newWidth, filters]`, where `newHeight` is
 * `height · stride` with padding `'same'`, else `(height - 1) · stride + max(window, stride)`; channels in the second place
 * with `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [rows, columns, filters, channels]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * const layer = conv2dTranspose({ filters: 1, kernelSize: 2, strides: 2, kernelInitializer: 'ones' });
 * layer(tensor([[[[1], [2]]]])); // [[[[1], [1], [2], [2]], [[1], [1], [2], [2]]]]
 * ```
 * @throws ShapeError when the number of channels is unknown or changes, and for an output padding that fits no convolution.
 * @throws ArgumentError for strides together with a dilation, and for an output padding that is not below the strides.
 * @see Keras `keras.layers.Conv2DTranspose`; Dumoulin and Visin, 2016, arXiv 1603.07285, section 4.
 * @id Convolution2DTranspose
 */
export const conv2dTranspose: LayerFactory<Conv2dTransposeConfig> = /* @__PURE__ */ defineLayer({
  className: 'Conv2DTranspose',
  required: ['filters', 'kernelSize'],
  defaults: {
    strides: 1,
    padding: 'valid',
    outputPadding: null,
    dataFormat: 'channels_last',
    dilationRate: 1,
    activation: 'linear',
    ...kernelAndBiasDefaults,
  },
  resolve: {
    filters: positiveInteger('filters'),
    kernelSize: positivePair('kernelSize'),
    strides: positivePair('strides'),
    padding,
    outputPadding,
    dataFormat,
    dilationRate,
    activation,
    ...kernelAndBiasResolvers,
  },

  inputSpec: ({ config, inputShape, who }) => convolutionSpec(4, config.dataFormat, inputShape, who),

  build({ config, inputShape, who, addWeight }) {
    const channels = knownDim(inputShape, channelAxis(config.dataFormat), who);
    const shape = [...config.kernelSize, config.filters, channels];
    return {
      kernel: addWeight('kernel', shape, weightOptions('kernel', config)),
      bias: config.useBias ? addWeight('bias', [config.filters], weightOptions('bias', config)) : null,
    };
  },

  call: (x, { config, state: { kernel, bias } }) =>
    config.activation(addBias(convTranspose(x, kernel, config), bias, config.dataFormat)),
});

type Given = Complete<Conv2dTransposeConfig>;

function outputPadding(given: number | Pair | null, who: string, { strides }: Given): Pair | null {
  if (given === null) return null;
  const steps = positivePair('strides')(strides, who);
  const extra: Pair = typeof given === 'number' ? [given, given] : given;
  if (extra.every((size, axis) => isBelow(size, steps[axis] ?? 1))) return extra;
  throw new ArgumentError({
    who,
    expected: '`outputPadding` to be whole numbers from 0 on that are less than the `strides`',
    got: `${JSON.stringify(given)} with strides of ${steps.join(' x ')}`,
  });
}

function isBelow(size: number, limit: number): boolean {
  return Number.isSafeInteger(size) && size >= 0 && size < limit;
}

function dilationRate(given: number | Pair, who: string, { strides }: Given): Pair {
  const rate = positivePair('dilationRate')(given, who);
  refuseStridesAndDilation(positivePair('strides')(strides, who), rate, who);
  return rate;
}
