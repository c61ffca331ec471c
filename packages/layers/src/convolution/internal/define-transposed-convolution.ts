import { ArgumentError, type LayerConfig, type LayerFactory, defineLayer, knownDim } from '@myelin/core';
import { convTranspose } from '@myelin/ops';
import {
  type ConvolutionOptions,
  addBias,
  channelAxis,
  convolutionDefaults,
  convolutionResolvers,
  convolutionSpec,
  dilationOrStrides,
} from '../../internal/convolution.js';
import {
  type KernelAndBiasOptions,
  kernelAndBiasDefaults,
  kernelAndBiasResolvers,
} from '../../internal/kernel-and-bias.js';
import { padding } from '../../internal/one-of.js';
import { positiveInteger } from '../../internal/positive-integer.js';
import { type Sizes, positiveSizes } from '../../internal/positive-sizes.js';
import { weightOptions } from '../../internal/weight-options.js';

/** Options of transposed convolutions. */
export interface TransposedOptions<Size extends Sizes = Sizes>
  extends ConvolutionOptions<Size>, KernelAndBiasOptions {
  /** Number of output channels. */
  filters: number;
  /** How far the windows of neighbouring elements are apart. @defaultValue 1 */
  strides?: number | Size;
  /**
   * `'valid'`: every window lies within the output; `'same'`: the output is as large as the input times the stride.
   * @defaultValue 'valid'
   */
  padding?: 'valid' | 'same';
  /**
   * How much larger the output is than the least one, `(n - 1) · stride + window` if valid and
   * `(n - 1) · stride + window % 2` if same; below the strides. null is what `padding` says. @defaultValue null
   */
  outputPadding?: number | Size | null;
}

/** A transposed convolution of sequences, images or volumes. */
export function defineTransposedConvolution<C extends LayerConfig>(spec: {
  readonly className: string;
  readonly axes: Sizes['length'];
}): LayerFactory<C> {
  const { className, axes } = spec;
  const factory: LayerFactory<TransposedOptions> = defineLayer({
    className,
    required: ['filters', 'kernelSize'],
    defaults: { ...convolutionDefaults, outputPadding: null, ...kernelAndBiasDefaults },
    resolve: {
      ...convolutionResolvers(axes),
      filters: positiveInteger('filters'),
      padding,
      outputPadding: outputPadding(axes),
      dilationRate: dilationOrStrides(axes),
      ...kernelAndBiasResolvers,
    },

    inputSpec: ({ config, inputShape, who }) => convolutionSpec(axes + 2, config.dataFormat, inputShape, who),

    build({ config, inputShape, who, addWeight }) {
      const channels = knownDim(inputShape, channelAxis(config.dataFormat), who);
      const shape = [...config.kernelSize, config.filters, channels];
      return {
        kernel: addWeight('kernel', shape, weightOptions('kernel', config)),
        bias: config.useBias ? addWeight('bias', [config.filters], weightOptions('bias', config)) : null,
      };
    },

    call: (x, { config, state: { kernel, bias } }) =>
      config.activation(addBias(convTranspose(x, kernel, config), bias, config)),
  });
  return factory as unknown as LayerFactory<C>;
}

function outputPadding(
  axes: Sizes['length'],
): (given: number | Sizes | null, who: string, config: { readonly strides: number | Sizes }) => Sizes | null {
  return (given, who, config) => {
    if (given === null) return null;
    const strides = positiveSizes('strides', axes)(config.strides, who);
    const extra = typeof given === 'number' ? strides.map(() => given) : given;
    if (extra.length === axes && extra.every((size, axis) => isBelow(size, strides[axis] ?? 1))) {
      return extra as unknown as Sizes;
    }
    throw new ArgumentError({
      who,
      expected: '`outputPadding` to be whole numbers from 0 on that are less than the `strides`',
      got: `${JSON.stringify(given)} with strides of ${strides.join(' x ')}`,
    });
  };
}

function isBelow(size: number, limit: number): boolean {
  return Number.isSafeInteger(size) && size >= 0 && size < limit;
}
