import { ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  type Tensor4D,
  type Tensor5D,
  concat,
  conv2d,
  conv3d,
  depthwiseConv2d,
  reshape,
  split,
} from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { asImages } from './internal/as-images.js';
import { withChannelsLast } from './internal/channels-last.js';
import { refuseStridesAndDilation } from './internal/refuse-strides-and-dilation.js';
import { sizesOf } from './internal/sizes-of.js';
import { spreadKernel } from './internal/spread-kernel.js';
import { toFloat } from './promote.js';

export interface ConvOptions {
  /** Steps of the window: one number for all axes, or one for each. @defaultValue 1 */
  readonly strides?: number | readonly number[];
  /** `valid`: windows lie within the input; `same`: the output is as large as the input over the stride. @defaultValue 'valid' */
  readonly padding?: 'valid' | 'same';
  /** @defaultValue 'channels_last' */
  readonly dataFormat?: 'channels_last' | 'channels_first';
  /** Distance between the elements of the window. @defaultValue 1 */
  readonly dilationRate?: number | readonly number[];
}

/**
 * Convolution of sequences, images and volumes (cross-correlation, as in all frameworks):
 * `y[b, i, j, o] = Σ x[b, i·s + m·d, j·s + n·d, c] · kernel[m, n, c, o]`.
 *
 * `x [batch, ...sizes, channels]` with one to three sizes, and `kernel [...window, channels / groups, filters]` →
 * `[batch, ...newSizes, filters]`. The kernel's channels say how many groups there are.
 *
 * @example
 * ```ts
 * conv(ones([1, 3, 3, 1]), ones([2, 2, 1, 1])); // [[[[4], [4]], [[4], [4]]]]
 * ```
 * @throws ShapeError when the channels do not fit.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.ops.conv`
 */
export const conv: (<X extends Operand, K extends Operand>(
  x: X,
  kernel: K,
  options?: ConvOptions,
) => Result<X | K>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Conv',
  module: 'nn',
  operands: 2,
  options: ['strides', 'padding', 'dataFormat', 'dilationRate'],
  call(x: Tensor, kernel: Tensor, options: ConvOptions) {
    const axes = x.rank - 2;
    if (axes < 1 || axes > 3 || kernel.rank !== x.rank) {
      throw new ShapeError({
        who: 'conv',
        expected: 'sequences, images or volumes, of 3 to 5 axes, and a kernel with as many axes',
        got: `${formatShape(x.shape)} and ${formatShape(kernel.shape)}`,
      });
    }
    const strides = sizesOf(options.strides ?? 1, axes);
    const dilation = sizesOf(options.dilationRate ?? 1, axes);
    refuseStridesAndDilation(strides, dilation, 'conv');
    const spread = spreadKernel(toFloat(kernel), dilation);
    const window: Window = { strides, padding: options.padding ?? 'valid' };
    return withChannelsLast(toFloat(x), options.dataFormat, (last) => convolveGroups(last, spread, window));
  },
});

interface Window {
  readonly strides: readonly number[];
  readonly padding: 'valid' | 'same';
}

function convolveGroups(x: Tensor, kernel: Tensor, window: Window): Tensor {
  const groups = groupsOf(x, kernel);
  if (groups === 1) return convolve(x, kernel, window);
  if (kernel.shape.at(-2) === 1 && x.rank < 5) return convolveChannels(x, kernel, window);
  const inputs = split(x, groups, -1);
  const kernels = split(kernel, groups, -1);
  return concat(
    inputs.map((input, i) => convolve(input, kernels[i] as Tensor, window)),
    -1,
  );
}

function convolve(x: Tensor, kernel: Tensor, { strides, padding }: Window): Tensor {
  if (x.rank === 5) {
    return conv3d(x as Tensor5D, kernel as Tensor5D, strides as [number, number, number], padding);
  }
  return asImages(x, kernel, strides, (images, filter, steps) => conv2d(images, filter, steps, padding));
}

/** Where each channel is a group, there is a kernel for all of them. */
function convolveChannels(x: Tensor, kernel: Tensor, { strides, padding }: Window): Tensor {
  return asImages(x, kernel, strides, (images, filter, steps) => {
    const [rows, columns] = filter.shape;
    const perChannel: Tensor4D = reshape(filter, [rows, columns, images.shape[3], -1]);
    return depthwiseConv2d(images, perChannel, steps, padding);
  });
}

function groupsOf(x: Tensor, kernel: Tensor): number {
  const channels = x.shape.at(-1) ?? 0;
  const [perGroup = 0, filters = 0] = kernel.shape.slice(-2);
  const groups = channels / perGroup;
  if (Number.isInteger(groups) && filters % groups === 0) return groups;
  throw new ShapeError({
    who: 'conv',
    expected: `an input whose channels are a multiple of the ${perGroup} of the kernel, and filters that divide into the groups`,
    got: `${channels} channels and ${filters} filters`,
  });
}
