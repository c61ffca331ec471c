import { type LayerConfig, type LayerFactory, defineLayer, knownDim } from '@myelin/core';
import { separableConv } from '@myelin/ops';
import { checkWindow } from '../../internal/check-window.js';
import {
  type ConvolutionOptions,
  addBias,
  causally,
  channelAxis,
  convolutionDefaults,
  convolutionResolvers,
  convolutionSpec,
} from '../../internal/convolution.js';
import { type Padding, causalPadding, padding } from '../../internal/one-of.js';
import { positiveInteger } from '../../internal/positive-integer.js';
import type { Sizes } from '../../internal/positive-sizes.js';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from '../../internal/resolve.js';
import { weightOptions } from '../../internal/weight-options.js';
import { type DepthwiseOptions, depthwiseDefaults, depthwiseResolvers } from './depthwise-options.js';

/** Options of convolutions in two steps. */
export interface SeparableOptions<Size extends Sizes = Sizes, Pad extends string = Padding>
  extends ConvolutionOptions<Size, Pad>, DepthwiseOptions {
  /** Number of output channels. */
  filters: number;
  /** @defaultValue 'glorot_uniform' */
  pointwiseInitializer?: InitializerLike;
  /** Penalty on the kernel that mixes the channels. @defaultValue null */
  pointwiseRegularizer?: RegularizerLike;
  /** Projection of the kernel that mixes the channels after each update. @defaultValue null */
  pointwiseConstraint?: ConstraintLike;
}

type Config = SeparableOptions<Sizes, Padding | 'causal'>;

/** A convolution of sequences or images in two steps. */
export function defineSeparableConvolution<C extends LayerConfig>(spec: {
  readonly className: string;
  readonly axes: 1 | 2;
}): LayerFactory<C> {
  const { className, axes } = spec;
  const factory: LayerFactory<Config> = defineLayer({
    className,
    required: ['filters', 'kernelSize'],
    defaults: {
      ...convolutionDefaults,
      ...depthwiseDefaults,
      pointwiseInitializer: 'glorot_uniform',
      pointwiseRegularizer: null,
      pointwiseConstraint: null,
    },
    resolve: {
      ...convolutionResolvers(axes),
      filters: positiveInteger('filters'),
      padding: axes === 1 ? causalPadding : (padding as typeof causalPadding),
      ...depthwiseResolvers,
      pointwiseInitializer: initializer,
      pointwiseRegularizer: regularizer,
      pointwiseConstraint: constraint,
    },

    inputSpec: ({ config, inputShape, who }) => convolutionSpec(axes + 2, config.dataFormat, inputShape, who),

    build({ config, inputShape, who, addWeight }) {
      const { kernelSize, depthMultiplier, filters } = config;
      const channels = knownDim(inputShape, channelAxis(config.dataFormat), who);
      const place = kernelSize.map(() => 1);
      const shapes = {
        depthwise: [...kernelSize, channels, depthMultiplier],
        pointwise: [...place, channels * depthMultiplier, filters],
      };
      return {
        depthwise: addWeight('depthwise_kernel', shapes.depthwise, weightOptions('depthwise', config)),
        pointwise: addWeight('pointwise_kernel', shapes.pointwise, weightOptions('pointwise', config)),
        bias: config.useBias ? addWeight('bias', [filters], weightOptions('bias', config)) : null,
      };
    },

    call(x, { config, state: { depthwise, pointwise, bias }, who }) {
      checkWindow(x.shape, { size: config.kernelSize, ...config }, who);
      const { input, options } = causally(x, config);
      const y = separableConv(input, depthwise, pointwise, options);
      return config.activation(addBias(y, bias, config));
    },
  });
  return factory as unknown as LayerFactory<C>;
}
