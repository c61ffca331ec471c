import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import { type Tensor, type Tensor4D, conv2dTranspose, transpose } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { pairOf } from './internal/pair-of.js';
import { spreadKernel } from './internal/spread-kernel.js';

type Pair = readonly [number, number];

export interface ConvTransposeOptions {
  /** How far the windows of neighbouring elements are apart, rows and columns. @defaultValue 1 */
  readonly strides?: number | Pair;
  /** `valid`: every window lies within the output; `same`: the output is as large as the input times the stride. @defaultValue 'valid' */
  readonly padding?: 'valid' | 'same';
  /** How many rows and columns the output has beyond the least; below the stride. @defaultValue null, what `padding` says */
  readonly outputPadding?: number | Pair | null;
  /** @defaultValue 'channels_last' */
  readonly dataFormat?: 'channels_last' | 'channels_first';
  /** Distance between the elements of the window. @defaultValue 1 */
  readonly dilationRate?: number | Pair;
}

/**
 * Transposed convolution of images: `y[b, i·s + m·d, j·s + n·d, o] += x[b, i, j, c] · kernel[m, n, o, c]`.
 *
 * The gradient of a convolution by its input: each element of the input writes a window into the output.
 * `x [batch, height, width, channels]` and `kernel [rows, columns, filters, channels]` →
 * `[batch, newHeight, newWidth, filters]`.
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
    const { dataFormat = 'channels_last', padding = 'valid', outputPadding = null } = options;
    const channels = x.shape.at(dataFormat === 'channels_last' ? -1 : 1);
    if (x.rank !== 4 || kernel.rank !== 4 || channels !== kernel.shape[3]) {
      throw new ShapeError({
        who: 'convTranspose',
        expected:
          'images with four axes and a kernel [rows, columns, filters, channels] with as many channels',
        got: `${formatShape(x.shape)} and ${formatShape(kernel.shape)}`,
      });
    }
    const [steps, dilation] = [pairOf(options.strides ?? 1), pairOf(options.dilationRate ?? 1)];
    if (Math.max(...steps) > 1 && Math.max(...dilation) > 1) {
      throw new ArgumentError({
        who: 'convTranspose',
        expected: 'strides or a dilation, not both',
        got: `strides ${steps.join()} with dilation ${dilation.join()}`,
      });
    }
    const spread = spreadKernel(kernel, dilation);
    const images = dataFormat === 'channels_last' ? x : transpose(x, [0, 2, 3, 1]);
    const [batch = 0, height = 0, width = 0] = images.shape;
    const [rows = 1, columns = 1, filters = 0] = spread.shape;
    const extra = outputPadding === null ? [null, null] : pairOf(outputPadding);
    const size = [
      outputSize(height, rows, steps[0], padding, extra[0] ?? null),
      outputSize(width, columns, steps[1], padding, extra[1] ?? null),
    ] as const;
    const y = conv2dTranspose(
      images as Tensor4D,
      spread as Tensor4D,
      [batch, ...size, filters],
      steps,
      padding,
    );
    return dataFormat === 'channels_last' ? y : transpose(y, [0, 3, 1, 2]);
  },
});

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
