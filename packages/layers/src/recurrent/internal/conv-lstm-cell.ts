import { type LayerConfig, type Shape, knownDim } from '@myelin/core';
import { add, conv, lstmStep, reshape } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { checkWindow } from '../../internal/check-window.js';
import {
  type ConvolutionOptions,
  addBias as addToChannels,
  channelAxis,
  convolutionDefaults,
  convolutionResolvers,
  dilationOrStrides,
} from '../../internal/convolution.js';
import { type DataFormat, padding } from '../../internal/one-of.js';
import { positiveInteger } from '../../internal/positive-integer.js';
import type { Sizes } from '../../internal/positive-sizes.js';
import { type ActivationLike, activation } from '../../internal/resolve.js';
import { weightOptions } from '../../internal/weight-options.js';
import type { CellFactory } from '../cell.js';
import { defineCell } from '../define-cell.js';
import {
  type CellWeightOptions,
  addBias,
  cellDefaults,
  cellFloats,
  cellWeightResolvers,
} from './cell-options.js';
import { forgetOnes } from './forget-ones.js';
import { gateProduct } from './gates.js';
import { drawNoise, dropoutSeed } from './recurrent-dropout.js';

/** Options of the cells of LSTMs that convolve; `Size` has a number for each axis. */
export interface ConvLstmCellConfig<Size extends Sizes = Sizes>
  extends LayerConfig, Omit<ConvolutionOptions<Size>, 'activation'>, CellWeightOptions {
  /** Number of channels of the output and of each state. */
  filters: number;
  /** Function of the gates. @defaultValue 'sigmoid' */
  recurrentActivation?: ActivationLike;
  /** Whether the bias of the forget gate starts at 1 (Jozefowicz et al., 2015). @defaultValue true */
  unitForgetBias?: boolean;
}

/**
 * One step of an LSTM whose products are convolutions: those of the input with its window, strides and padding, those of
 * the state with zeros around it, so that it stays as large as it is.
 *
 * `[x, h, c]`, images as `x` and as its convolution twice → `[h', h', c']`. The gates lie in the order i, f, g, o.
 */
export function convLstmCell(axes: Sizes['length']): CellFactory<ConvLstmCellConfig> {
  return defineCell({
    className: 'ConvLSTMCell',
    required: ['filters', 'kernelSize'],
    defaults: {
      ...convolutionDefaults,
      ...cellDefaults,
      recurrentActivation: 'sigmoid',
      unitForgetBias: true,
    },
    floats: cellFloats,
    resolve: {
      ...convolutionResolvers(axes),
      ...cellWeightResolvers,
      recurrentActivation: activation,
      filters: positiveInteger('filters'),
      padding,
      dilationRate: dilationOrStrides(axes),
    },

    stateSizes(config, step) {
      // The layer around the cell hands on its options as they are resolved.
      const shape = convolvedShape(config as unknown as Window, step);
      return [shape, shape];
    },

    build(context) {
      const { config, inputShape, who, addWeight, addSeed } = context;
      const { filters, kernelSize, biasInitializer } = config;
      const channels = knownDim(inputShape, channelAxis(config.dataFormat), who);
      const start = config.unitForgetBias ? forgetOnes(biasInitializer, filters) : undefined;
      const [kernel, recurrent] = [channels, filters].map((width) => [...kernelSize, width, 4 * filters]);
      return {
        kernel: addWeight('kernel', kernel ?? [], weightOptions('kernel', config)),
        recurrentKernel: addWeight('recurrent_kernel', recurrent ?? [], weightOptions('recurrent', config)),
        bias: addBias(context, [4 * filters], start),
        seed: dropoutSeed(config, addSeed),
      };
    },

    begin(call, input) {
      const [batch = 0, ...step] = input;
      checkWindow(input, { size: call.config.kernelSize, ...call.config }, call.who);
      const state = [batch, ...(convolvedShape(call.config, step) as readonly number[])];
      return drawNoise(call, { input, state, gates: 4, all: false });
    },

    project(x, { config, state: { kernel, bias }, noise }) {
      const axis = channelAxis(config.dataFormat) === -1 ? -1 : x.rank - axes - 1;
      const product = (steps: Tensor, part: Tensor): Tensor => convolveSteps(steps, part, config);
      return addToChannels(gateProduct(x, kernel, noise.input, { product, axis }), bias, config);
    },

    step(projected, states, { config, state, noise }) {
      const { dataFormat } = config;
      const [hidden, carry] = states as [Tensor, Tensor];
      const axis = channelAxis(dataFormat);
      const product = (h: Tensor, part: Tensor): Tensor => conv(h, part, { padding: 'same', dataFormat });
      const y = gateProduct(hidden, state.recurrentKernel, noise.recurrent, { product, axis });
      const next = lstmStep(add(projected, y), carry, { ...config, axis });
      return { output: next.hidden, states: [next.hidden, next.carry] };
    },
  });
}

interface Window {
  readonly filters: number;
  readonly kernelSize: Sizes;
  readonly strides: Sizes;
  readonly padding: 'valid' | 'same';
  readonly dataFormat: DataFormat;
  readonly dilationRate: Sizes;
}

/** Convolves the images of all steps at once, or of one. */
function convolveSteps(x: Tensor, kernel: Tensor, window: Window): Tensor {
  const rank = kernel.rank;
  if (x.rank === rank) return conv(x, kernel, window);
  const [steps = 0, batch = 0, ...image] = x.shape;
  const y = conv(reshape(x, { newshape: [steps * batch, ...image] }), kernel, window);
  return reshape(y, { newshape: [steps, batch, ...y.shape.slice(1)] });
}

/** The shape of a convolved image, without the batch. */
function convolvedShape(window: Window, image: Shape): Shape {
  const { filters, kernelSize, strides, dilationRate, dataFormat } = window;
  const isLast = dataFormat === 'channels_last';
  const places = isLast ? image.slice(0, -1) : image.slice(1);
  const sizes = places.map((size, axis) => {
    if (size === null) return null;
    const reach = ((kernelSize[axis] ?? 1) - 1) * (dilationRate[axis] ?? 1);
    const starts = window.padding === 'same' ? size : size - reach;
    return Math.ceil(starts / (strides[axis] ?? 1));
  });
  return isLast ? [...sizes, filters] : [filters, ...sizes];
}
