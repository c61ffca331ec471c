import {
  type Tensor,
  type Tensor1D,
  type Tensor4D,
  avgPool,
  mul,
  pad,
  reshape,
  tensor1d,
} from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type ImageWindow, poolPlaces } from './internal/pool-places.js';
import { samePadding } from './internal/windows.js';
import type { PoolOptions } from './pool-options.js';

/**
 * The mean of each window; padding does not count.
 *
 * `[batch, height, width, channels]` → `[batch, newHeight, newWidth, channels]`; sequences `[batch, steps, channels]` and
 * volumes `[batch, depth, height, width, channels]` likewise.
 *
 * @example
 * ```ts
 * averagePool(reshape(tensor([1, 2, 3, 4]), { newshape: [1, 2, 2, 1] }), { poolSize: 2 }); // [[[[2.5]]]]
 * ```
 * @throws ShapeError for inputs of other ranks.
 * @see Keras `keras.ops.average_pool`
 */
export const averagePool: OptionOp<PoolOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'AveragePool',
  module: 'nn',
  options: ['poolSize', 'strides', 'padding', 'dataFormat'],
  call: (x: Tensor, options: PoolOptions) => poolPlaces('averagePool', x, options, meanOfWindows),
});

function meanOfWindows(x: Tensor4D, { size, strides, padding }: ImageWindow): Tensor {
  if (padding === 'valid') return avgPool(x, size, strides, padding);
  // Zeros around the image, and a correction for them: backends disagree about the gradient of padded windows.
  const [, height, width] = x.shape;
  const rows = windowsOf(height, size[0], strides[0]);
  const columns = windowsOf(width, size[1], strides[1]);
  const padded = pad(x, [[0, 0], rows.padding, columns.padding, [0, 0]]);
  const share = mul(reshape(rows.share, [1, -1, 1, 1]), reshape(columns.share, [1, 1, -1, 1]));
  return mul(avgPool(padded, size, strides, 'valid'), share);
}

/** Along one axis: the padding of `same`, and the size of each window by how much of it lies within the image. */
function windowsOf(
  length: number,
  size: number,
  stride: number,
): { padding: [number, number]; share: Tensor1D } {
  const count = Math.ceil(length / stride);
  const padding = samePadding(length, { size, stride, dilation: 1 });
  const within = (window: number): number => {
    const start = window * stride - padding[0];
    return Math.min(start + size, length) - Math.max(start, 0);
  };
  const share = tensor1d(Array.from({ length: count }, (_, window) => size / within(window)));
  return { padding, share };
}
