import { type LayerConfig, type LayerFactory, defineLayer, knownDim } from '@myelin/core';
import { depthwiseConv } from '@myelin/ops';
import { checkWindow } from '../../internal/check-window.js';
import {
  type ConvolutionOptions,
  addBias,
  channelAxis,
  convolutionDefaults,
  convolutionResolvers,
  convolutionSpec,
} from '../../internal/convolution.js';
import { padding } from '../../internal/one-of.js';
import type { Sizes } from '../../internal/positive-sizes.js';
import { weightOptions } from '../../internal/weight-options.js';
import { type DepthwiseOptions, depthwiseDefaults, depthwiseResolvers } from './depthwise-options.js';

/** Options of convolutions of each channel by itself. */
export interface DepthwiseConvolutionOptions<Size extends Sizes = Sizes>
  extends ConvolutionOptions<Size>, DepthwiseOptions {}

/** A convolution of each channel of sequences or images by itself. */
export function defineDepthwiseConvolution<C extends LayerConfig>(spec: {
  readonly className: string;
  readonly axes: 1 | 2;
}): LayerFactory<C> {
  const { className, axes } = spec;
  const factory: LayerFactory<DepthwiseConvolutionOptions> = defineLayer({
    className,
    required: ['kernelSize'],
    defaults: { ...convolutionDefaults, ...depthwiseDefaults },
    resolve: { ...convolutionResolvers(axes), padding, ...depthwiseResolvers },

    inputSpec: ({ config, inputShape, who }) => convolutionSpec(axes + 2, config.dataFormat, inputShape, who),

    build({ config, inputShape, who, addWeight }) {
      const { kernelSize, depthMultiplier, useBias } = config;
      const channels = knownDim(inputShape, channelAxis(config.dataFormat), who);
      const shape = [...kernelSize, channels, depthMultiplier];
      return {
        kernel: addWeight('kernel', shape, weightOptions('depthwise', config)),
        bias: useBias ? addWeight('bias', [channels * depthMultiplier], weightOptions('bias', config)) : null,
      };
    },

    call(x, { config, state: { kernel, bias }, who }) {
      checkWindow(x.shape, { size: config.kernelSize, ...config }, who);
      return config.activation(addBias(depthwiseConv(x, kernel, config), bias, config));
    },
  });
  return factory as unknown as LayerFactory<C>;
}
