import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  type Tensor4D,
  concat,
  conv2d,
  pad,
  reshape,
  slice,
  split,
  transpose,
} from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';

export interface ConvOptions {
  /** Steps of the window, rows and columns. @defaultValue 1 */
  readonly strides?: number | readonly [number, number];
  /** `valid`: windows lie within the image; `same`: the output is as large as the input over the stride. @defaultValue 'valid' */
  readonly padding?: 'valid' | 'same';
  /** @defaultValue 'channels_last' */
  readonly dataFormat?: 'channels_last' | 'channels_first';
  /** Distance between the elements of the window. @defaultValue 1 */
  readonly dilationRate?: number | readonly [number, number];
}

/**
 * Convolution of images (cross-correlation, as in all frameworks):
 * `y[b, i, j, o] = Σ x[b, i·s + m·d, j·s + n·d, c] · kernel[m, n, c, o]`.
 *
 * `x [batch, height, width, channels]` and `kernel [rows, columns, channels / groups, filters]` →
 * `[batch, newHeight, newWidth, filters]`. The kernel's channels say how many groups there are.
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
    const { strides = 1, padding = 'valid', dataFormat = 'channels_last', dilationRate = 1 } = options;
    if (x.rank !== 4 || kernel.rank !== 4) {
      throw new ShapeError({
        who: 'conv',
        expected: 'images and a kernel with four axes each',
        got: `${formatShape(x.shape)} and ${formatShape(kernel.shape)}`,
      });
    }
    if (dataFormat === 'channels_first') {
      const last = transpose(x, [0, 2, 3, 1]);
      return transpose(conv(last, kernel, { strides, padding, dilationRate }), [0, 3, 1, 2]);
    }
    const step = pair(strides);
    const dilation = pair(dilationRate);
    if (Math.max(...step) > 1 && Math.max(...dilation) > 1) {
      throw new ArgumentError({
        who: 'conv',
        expected: 'strides or a dilation, not both',
        got: `strides ${step.join()} with dilation ${dilation.join()}`,
      });
    }
    const spread = dilate(kernel, dilation);
    const groups = groupsOf(x, kernel);
    if (groups === 1) return conv2d(x as Tensor4D, spread as Tensor4D, step, padding);
    const inputs = split(x as Tensor4D, groups, 3);
    const kernels = split(spread as Tensor4D, groups, 3);
    return concat(
      inputs.map((input, i) => conv2d(input as Tensor4D, kernels[i] as Tensor4D, step, padding)),
      3,
    );
  },
});

function pair(value: number | readonly [number, number]): [number, number] {
  return typeof value === 'number' ? [value, value] : [value[0], value[1]];
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

// tfjs-core has no gradient for dilated convolutions; zeros between the weights are the same thing.
function dilate(kernel: Tensor, [down, across]: readonly [number, number]): Tensor {
  const [rows = 0, columns = 0, channels = 0, filters = 0] = kernel.shape;
  let spread = kernel;
  if (down > 1) spread = interleave(spread, [1, rows, columns * channels * filters], down);
  const height = (rows - 1) * down + 1;
  if (across > 1) spread = interleave(spread, [height, columns, channels * filters], across);
  return reshape(spread, [height, (columns - 1) * across + 1, channels, filters]);
}

/** Zeros between the entries of the middle of three axes. */
function interleave(
  x: Tensor,
  [outer, size, inner]: readonly [number, number, number],
  rate: number,
): Tensor {
  const apart = pad(reshape(x, [outer * size, 1, inner]), [
    [0, 0],
    [0, rate - 1],
    [0, 0],
  ]);
  return slice(reshape(apart, [outer, size * rate, inner]), [0, 0, 0], [outer, (size - 1) * rate + 1, inner]);
}
