import {
  ArgumentError,
  type LayerConfig,
  type LayerFactory,
  ShapeError,
  defineLayer,
  knownDim,
} from '@myelin/core';
import { conv } from '@myelin/ops';
import { checkWindow } from '../../internal/check-window.js';
import {
  type ConvolutionOptions,
  addBias,
  causally,
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
import { type Padding, causalPadding, padding } from '../../internal/one-of.js';
import { positiveInteger } from '../../internal/positive-integer.js';
import type { Sizes } from '../../internal/positive-sizes.js';
import { weightOptions } from '../../internal/weight-options.js';

/** Options of convolutions whose filters may be in groups. */
export interface GroupedOptions<Size extends Sizes = Sizes, Pad extends string = Padding>
  extends ConvolutionOptions<Size, Pad>, KernelAndBiasOptions {
  /** Number of output channels. */
  filters: number;
  /** Into how many parts the channels are divided, each with its own filters. @defaultValue 1 */
  groups?: number;
}

type Causal = Padding | 'causal';
type Config = GroupedOptions<Sizes, Causal>;

/** A convolution of sequences, images or volumes. */
export function defineConvolution<C extends LayerConfig>(spec: {
  readonly className: string;
  readonly axes: Sizes['length'];
}): LayerFactory<C> {
  const { className, axes } = spec;
  const factory: LayerFactory<Config> = defineLayer({
    className,
    required: ['filters', 'kernelSize'],
    defaults: { ...convolutionDefaults, groups: 1, ...kernelAndBiasDefaults },
    resolve: {
      ...convolutionResolvers(axes),
      filters: positiveInteger('filters'),
      padding: axes === 1 ? causalPadding : (padding as typeof causalPadding),
      dilationRate: dilationOrStrides(axes),
      groups,
      ...kernelAndBiasResolvers,
    },

    inputSpec: ({ config, inputShape, who }) => convolutionSpec(axes + 2, config.dataFormat, inputShape, who),

    build({ config, inputShape, who, addWeight }) {
      const channels = knownDim(inputShape, channelAxis(config.dataFormat), who);
      const shape = [...config.kernelSize, perGroup(channels, config.groups, who), config.filters];
      return {
        kernel: addWeight('kernel', shape, weightOptions('kernel', config)),
        bias: config.useBias ? addWeight('bias', [config.filters], weightOptions('bias', config)) : null,
      };
    },

    call(x, { config, state: { kernel, bias }, who }) {
      checkWindow(x.shape, { size: config.kernelSize, ...config }, who);
      const { input, options } = causally(x, config);
      return config.activation(addBias(conv(input, kernel, options), bias, config));
    },
  });
  return factory as unknown as LayerFactory<C>;
}

function perGroup(channels: number, count: number, who: string): number {
  if (channels % count === 0) return channels / count;
  throw new ShapeError({
    who,
    expected: `a number of channels that ${count} groups divide`,
    got: String(channels),
  });
}

function groups(given: number, who: string, { filters }: { readonly filters: number }): number {
  const count = positiveInteger('groups')(given, who);
  if (filters % count === 0) return count;
  throw new ArgumentError({
    who,
    expected: `a number of \`filters\` that ${count} groups divide`,
    got: String(filters),
  });
}
