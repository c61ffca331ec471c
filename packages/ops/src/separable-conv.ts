import type { Tensor } from '@tensorflow/tfjs-core';
import { type ConvOptions, conv } from './conv.js';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { depthwiseConv } from './depthwise-conv.js';

/**
 * Convolution in two steps: of every channel by itself, then over the channels of each place.
 *
 * `x [batch, ...sizes, channels]` with one or two sizes, `depthwise [...window, channels, n]` and
 * `pointwise [1, ..., channels · n, filters]` → `[batch, ...newSizes, filters]`.
 *
 * @example
 * ```ts
 * separableConv(tensor([[[1, 10], [2, 20]]]), ones([2, 2, 1]), ones([1, 2, 1])); // [[[33]]]
 * ```
 * @throws ShapeError when the channels do not fit.
 * @see Keras `keras.ops.separable_conv`
 */
export const separableConv: (<X extends Operand, D extends Operand, P extends Operand>(
  x: X,
  depthwise: D,
  pointwise: P,
  options?: ConvOptions,
) => Result<X | D | P>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SeparableConv',
  module: 'nn',
  operands: 3,
  options: ['strides', 'padding', 'dataFormat', 'dilationRate'],
  call: (x: Tensor, depthwise: Tensor, pointwise: Tensor, options: ConvOptions) =>
    conv(
      depthwiseConv(x, depthwise, options),
      pointwise,
      options.dataFormat === undefined ? {} : { dataFormat: options.dataFormat },
    ),
});
