import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  type Tensor4D,
  concat,
  conv2d,
  expandDims,
  split,
  squeeze,
  transpose,
} from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { pairOf } from './internal/pair-of.js';
import { spreadKernel } from './internal/spread-kernel.js';

export interface ConvOptions {
  /** Steps of the window: one number for all axes, or one for each. @defaultValue 1 */
  readonly strides?: number | readonly [number] | readonly [number, number];
  /** `valid`: windows lie within the input; `same`: the output is as large as the input over the stride. @defaultValue 'valid' */
  readonly padding?: 'valid' | 'same';
  /** @defaultValue 'channels_last' */
  readonly dataFormat?: 'channels_last' | 'channels_first';
  /** Distance between the elements of the window. @defaultValue 1 */
  readonly dilationRate?: number | readonly [number] | readonly [number, number];
}

/**
 * Convolution of sequences and images (cross-correlation, as in all frameworks):
 * `y[b, i, j, o] = Σ x[b, i·s + m·d, j·s + n·d, c] · kernel[m, n, c, o]`.
 *
 * `x [batch, height, width, channels]` and `kernel [rows, columns, channels / groups, filters]` →
 * `[batch, newHeight, newWidth, filters]`; or `x [batch, steps, channels]` and
 * `kernel [size, channels / groups, filters]` → `[batch, newSteps, filters]`. The kernel's channels say how many groups
 * there are.
 *
 * @example
 * ```ts
 * conv(ones([1, 3, 3, 1]), ones([2, 2, 1, 1])); // [[[[4], [4]], [[4], [4]]]]
 * ```
 * @throws ShapeError when the channels do not fit.
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
    const { dataFormat = 'channels_last', ...rest } = options;
    if ((x.rank !== 4 && x.rank !== 3) || kernel.rank !== x.rank) {
      throw new ShapeError({
        who: 'conv',
        expected: 'images and a kernel with four axes each, or sequences and a kernel with three',
        got: `${formatShape(x.shape)} and ${formatShape(kernel.shape)}`,
      });
    }
    const convolve = x.rank === 4 ? convolveImages : convolveSequences;
    if (dataFormat === 'channels_last') return convolve(x, kernel, rest);
    const [toLast, toFirst] = x.rank === 4 ? imageOrders : sequenceOrders;
    return transpose(convolve(transpose(x, [...toLast]), kernel, rest), [...toFirst]);
  },
});

/** Orders of the axes that take channels to the last place and back. */
const imageOrders = [
  [0, 2, 3, 1],
  [0, 3, 1, 2],
] as const;
const sequenceOrders = [
  [0, 2, 1],
  [0, 2, 1],
] as const;

type Window = Pick<ConvOptions, 'strides' | 'padding' | 'dilationRate'>;

/** Sequences are images of one row. */
function convolveSequences(
  x: Tensor,
  kernel: Tensor,
  { strides = 1, dilationRate = 1, ...rest }: Window,
): Tensor {
  const across = (value: number | readonly number[]): [number, number] => [1, [value].flat()[0] ?? 1];
  const images = convolveImages(expandDims(x, 1), expandDims(kernel, 0), {
    ...rest,
    strides: across(strides),
    dilationRate: across(dilationRate),
  });
  return squeeze(images, [1]);
}

function convolveImages(
  x: Tensor,
  kernel: Tensor,
  { strides = 1, padding = 'valid', dilationRate = 1 }: Window,
): Tensor {
  const step = pairOf(strides as number | readonly [number, number]);
  const dilation = pairOf(dilationRate as number | readonly [number, number]);
  if (Math.max(...step) > 1 && Math.max(...dilation) > 1) {
    throw new ArgumentError({
      who: 'conv',
      expected: 'strides or a dilation, not both',
      got: `strides ${step.join()} with dilation ${dilation.join()}`,
    });
  }
  const spread = spreadKernel(kernel, dilation);
  const groups = groupsOf(x, kernel);
  if (groups === 1) return conv2d(x as Tensor4D, spread as Tensor4D, step, padding);
  const inputs = split(x as Tensor4D, groups, 3);
  const kernels = split(spread as Tensor4D, groups, 3);
  return concat(
    inputs.map((input, i) => conv2d(input as Tensor4D, kernels[i] as Tensor4D, step, padding)),
    3,
  );
}

function groupsOf(x: Tensor, kernel: Tensor): number {
  const channels = x.shape[3] ?? 0;
  const [, , perGroup = 0, filters = 0] = kernel.shape;
  const groups = channels / perGroup;
  if (Number.isInteger(groups) && filters % groups === 0) return groups;
  throw new ShapeError({
    who: 'conv',
    expected: `images whose channels are a multiple of the ${perGroup} of the kernel, and filters that divide into the groups`,
    got: `${channels} channels and ${filters} filters`,
  });
}
