import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, type Tensor5D, conv2dTranspose, conv3dTranspose } from '@tensorflow/tfjs-core';
import type { ConvOptions } from './conv.js';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { asImages } from './internal/as-images.js';
import { withChannelsLast } from './internal/channels-last.js';
import { refuseStridesAndDilation } from './internal/refuse-strides-and-dilation.js';
import { sizesOf } from './internal/sizes-of.js';
import { spreadKernel } from './internal/spread-kernel.js';
import { toFloat } from './promote.js';

export interface ConvTransposeOptions extends Omit<ConvOptions, 'strides' | 'padding'> {
  /** How far the windows of neighbouring elements are apart: one number for all axes, or one for each. @defaultValue 1 */
  readonly strides?: number | readonly number[];
  /** `valid`: every window lies within the output; `same`: the output is as large as the input times the stride. @defaultValue 'valid' */
  readonly padding?: 'valid' | 'same';
  /** How much larger the output is than the least one, below the stride. @defaultValue null, what `padding` says */
  readonly outputPadding?: number | readonly number[] | null;
}

/**
 * Transposed convolution of sequences, images and volumes:
 * `y[b, i·s + m·d, j·s + n·d, o] += x[b, i, j, c] · kernel[m, n, o, c]`.
 *
 * The gradient of a convolution by its input: each element of the input writes a window into the output.
 * `x [batch, ...sizes, channels]` with one to three sizes, and `kernel [...window, filters, channels]` →
 * `[batch, ...newSizes, filters]`.
 *
 * @example
 * ```ts
 * convTranspose(ones([1, 1, 2, 1]), ones([1, 2, 1, 1])); // [[[[1], [2], [1]]]]
 * ```
 * @throws ShapeError when the channels do not fit, and for output paddings that no convolution would come from.
 * @throws ArgumentError for strides together with a dilation.
 * @see Keras `keras.ops.conv_transpose`
 */
export const convTranspose: (<X extends Operand, K extends Operand>(
  x: X,
  kernel: K,
  options?: ConvTransposeOptions,
) => Result<X | K>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'ConvTranspose',
  module: 'nn',
  operands: 2,
  options: ['strides', 'padding', 'outputPadding', 'dataFormat', 'dilationRate'],
  call(x: Tensor, kernel: Tensor, options: ConvTransposeOptions) {
    const { dataFormat, padding = 'valid', outputPadding = null } = options;
    const axes = x.rank - 2;
    const channels = x.shape.at(dataFormat === 'channels_first' ? 1 : -1);
    if (axes < 1 || axes > 3 || kernel.rank !== x.rank || channels !== kernel.shape.at(-1)) {
      throw new ShapeError({
        who: 'convTranspose',
        expected:
          'sequences, images or volumes, and a kernel [...window, filters, channels] with as many channels',
        got: `${formatShape(x.shape)} and ${formatShape(kernel.shape)}`,
      });
    }
    const strides = sizesOf(options.strides ?? 1, axes);
    const dilation = sizesOf(options.dilationRate ?? 1, axes);
    refuseStridesAndDilation(strides, dilation, 'convTranspose');
    const spread = spreadKernel(toFloat(kernel), dilation);
    const extra = outputPadding === null ? null : sizesOf(outputPadding, axes);
    return withChannelsLast(toFloat(x), dataFormat, (last) => {
      const sizes = strides.map((stride, axis) =>
        outputSize(
          last.shape[axis + 1] ?? 0,
          spread.shape[axis] ?? 1,
          stride,
          padding,
          extra?.[axis] ?? null,
        ),
      );
      return transposed(last, spread, { sizes, strides, padding });
    });
  },
});

interface Target {
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly padding: 'valid' | 'same';
}

function transposed(x: Tensor, kernel: Tensor, { sizes, strides, padding }: Target): Tensor {
  const [batch = 0] = x.shape;
  const filters = kernel.shape.at(-2) ?? 0;
  if (x.rank === 5) {
    const shape = [batch, ...sizes, filters] as [number, number, number, number, number];
    const steps = strides as [number, number, number];
    return conv3dTranspose(x as Tensor5D, kernel as Tensor5D, shape, steps, padding);
  }
  const [rows = 1, columns = 1] = x.rank === 4 ? sizes : [1, ...sizes];
  return asImages(x, kernel, strides, (images, filter, steps) =>
    conv2dTranspose(images, filter, [batch, rows, columns, filters], steps, padding),
  );
}

/** @see Keras `keras.src.backend.common.backend_utils._get_output_shape_given_tf_padding` */
function outputSize(
  size: number,
  window: number,
  stride: number,
  padding: 'valid' | 'same',
  extra: number | null,
): number {
  const least = padding === 'valid' ? window : window % 2;
  const most = padding === 'valid' ? Math.max(window, stride) : stride;
  const last = extra === null ? most : least + extra;
  const fits = padding === 'valid' ? last < window + stride : last > 0 && last <= stride;
  if (fits) return (size - 1) * stride + last;
  throw new ShapeError({
    who: 'convTranspose',
    expected: `an output from which a convolution with a window of ${window} and steps of ${stride} makes the input`,
    got: `an output padding of ${extra ?? 0} with padding '${padding}'`,
    hint: "Make it less than the stride; for even windows with padding 'same' at least 1.",
  });
}
