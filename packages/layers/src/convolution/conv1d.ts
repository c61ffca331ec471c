import { type Complete, type LayerConfig, type LayerFactory, defineLayer } from '@myelin/core';
import { conv, pad } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
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
import { type DataFormat, type Padding, dataFormat, oneOf } from '../internal/one-of.js';
import { type Single, positiveInteger, positiveSingle } from '../internal/positive-integer.js';
import { type ActivationLike, activation } from '../internal/resolve.js';
import { weightOptions } from '../internal/weight-options.js';

/** Options of {@link conv1d}. */
export interface Conv1dConfig extends LayerConfig, KernelAndBiasOptions {
  /** Number of output channels. */
  filters: number;
  /** Steps of the window. */
  kernelSize: number | Single;
  /** How far the window moves. @defaultValue [1] */
  strides?: number | Single;
  /**
   * `'valid'`: windows lie within the sequence; `'same'`: zeros around it make the output as long as the input over the
   * stride; `'causal'`: zeros before it, so that no step sees a later one. @defaultValue 'valid'
   */
  padding?: Padding | 'causal';
  /** Where the channels are. @defaultValue 'channels_last' */
  dataFormat?: DataFormat | null;
  /** Distance between the steps of the window; above 1 only with a stride of 1. @defaultValue [1] */
  dilationRate?: number | Single;
  /** Into how many parts the channels are divided, each with its own filters. @defaultValue 1 */
  groups?: number;
  /** Function applied last. @defaultValue 'linear' */
  activation?: ActivationLike;
}

/**
 * Convolution of sequences: `y[i] = activation(Σ x[i·s + m·d] · kernel[m] + bias)`.
 *
 * The same small window of weights looks at every place of the sequence: for sensors, sound, and text of fixed length.
 * `'causal'` padding with growing dilations sees far back, as in WaveNet.
 *
 * Input `[batch, steps, channels]` → output `[batch, newSteps, filters]`; channels in the second place with
 * `dataFormat: 'channels_first'`.
 * Weights, in saved order: `kernel [kernelSize, channels / groups, filters]`, `bias [filters]` if `useBias`.
 *
 * @example
 * ```ts
 * conv1d({ filters: 1, kernelSize: 2, kernelInitializer: 'ones' })(tensor([[[1], [2], [4]]])); // [[[3], [6]]]
 * ```
 * @throws ShapeError when the number of channels is unknown, changes, or is not a multiple of the groups, and when the
 *   sequence is shorter than the window.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.layers.Conv1D`; for `'causal'` van den Oord et al., 2016, arXiv 1609.03499.
 * @id Convolution1D
 */
export const conv1d: LayerFactory<Conv1dConfig> = /* @__PURE__ */ defineLayer({
  className: 'Conv1D',
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
    kernelSize: positiveSingle('kernelSize'),
    strides: positiveSingle('strides'),
    padding: oneOf<Padding | 'causal'>('padding', ['valid', 'same', 'causal']),
    dataFormat,
    dilationRate,
    groups,
    activation,
    ...kernelAndBiasResolvers,
  },

  inputSpec: ({ config, inputShape, who }) => convolutionSpec(3, config.dataFormat, inputShape, who),

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
    const { padding } = config;
    const y =
      padding === 'causal'
        ? conv(withPast(x, config), kernel, { ...config, padding: 'valid' })
        : conv(x, kernel, { ...config, padding });
    return config.activation(addBias(y, bias, config.dataFormat));
  },
});

interface Window {
  readonly kernelSize: Single;
  readonly dilationRate: Single;
  readonly dataFormat: DataFormat;
}

/** As many zeros before the first step as a window reaches back. */
function withPast(x: Tensor, { kernelSize, dilationRate: rate, dataFormat: format }: Window): Tensor {
  const past = [rate[0] * (kernelSize[0] - 1), 0] as const;
  const none = [0, 0] as const;
  return pad(x, { padWidth: format === 'channels_last' ? [none, past, none] : [none, none, past] });
}

function dilationRate(given: number | Single, who: string, { strides }: Complete<Conv1dConfig>): Single {
  const rate = positiveSingle('dilationRate')(given, who);
  refuseStridesAndDilation(positiveSingle('strides')(strides, who), rate, who);
  return rate;
}
