import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, depthwiseConv2d } from '@tensorflow/tfjs-core';
import type { ConvOptions } from './conv.js';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { asImages } from './internal/as-images.js';
import { withChannelsLast } from './internal/channels-last.js';
import { sizesOf } from './internal/sizes-of.js';
import { spreadKernel } from './internal/spread-kernel.js';
import { toFloat } from './promote.js';

/**
 * Convolution of every channel by itself: `y[b, i, j, c·n + k] = Σ x[b, i·s + m·d, j·s + n·d, c] · kernel[m, n, c, k]`.
 *
 * `x [batch, ...sizes, channels]` with one or two sizes, and `kernel [...window, channels, n]` →
 * `[batch, ...newSizes, channels · n]`. Other than for `conv`, there may be strides together with a dilation.
 *
 * @example
 * ```ts
 * depthwiseConv(tensor([[[1, 10], [2, 20]]]), ones([2, 2, 1])); // [[[3, 30]]]
 * ```
 * @throws ShapeError when the channels do not fit.
 * @see Keras `keras.ops.depthwise_conv`
 */
export const depthwiseConv: (<X extends Operand, K extends Operand>(
  x: X,
  kernel: K,
  options?: ConvOptions,
) => Result<X | K>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'DepthwiseConv',
  module: 'nn',
  operands: 2,
  options: ['strides', 'padding', 'dataFormat', 'dilationRate'],
  call(x: Tensor, kernel: Tensor, options: ConvOptions) {
    const { strides = 1, padding = 'valid', dataFormat, dilationRate = 1 } = options;
    const axes = x.rank - 2;
    const channels = x.shape.at(dataFormat === 'channels_first' ? 1 : -1);
    if (axes < 1 || axes > 2 || kernel.rank !== x.rank || channels !== kernel.shape.at(-2)) {
      throw new ShapeError({
        who: 'depthwiseConv',
        expected: 'sequences or images, and a kernel [...window, channels, multiplier] with as many channels',
        got: `${formatShape(x.shape)} and ${formatShape(kernel.shape)}`,
      });
    }
    const spread = spreadKernel(toFloat(kernel), sizesOf(dilationRate, axes));
    return withChannelsLast(toFloat(x), dataFormat, (last) =>
      asImages(last, spread, sizesOf(strides, axes), (images, filter, steps) =>
        depthwiseConv2d(images, filter, steps, padding),
      ),
    );
  },
});
