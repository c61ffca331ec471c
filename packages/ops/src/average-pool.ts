import {
  type AvgPoolGradAttrs,
  type Tensor,
  type Tensor1D,
  type Tensor4D,
  avgPool,
  customGrad,
  engine,
  mul,
  reshape,
  tensor1d,
  transpose,
} from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type PoolOptions, poolWindow } from './pool-options.js';

/**
 * The mean of each window; padding does not count.
 *
 * `[batch, height, width, channels]` → `[batch, newHeight, newWidth, channels]`.
 *
 * @example
 * ```ts
 * averagePool(reshape(tensor([1, 2, 3, 4]), { newshape: [1, 2, 2, 1] }), { poolSize: 2 }); // [[[[2.5]]]]
 * ```
 * @see Keras `keras.ops.average_pool`
 */
export const averagePool: OptionOp<PoolOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'AveragePool',
  module: 'nn',
  options: ['poolSize', 'strides', 'padding', 'dataFormat'],
  call(x: Tensor, options: PoolOptions): Tensor {
    if (options.dataFormat === 'channels_first') {
      return transpose(meanOfWindows(transpose(x, [0, 2, 3, 1]), options), [0, 3, 1, 2]);
    }
    return meanOfWindows(x, options);
  },
});

function meanOfWindows(x: Tensor, options: PoolOptions): Tensor {
  const { size, strides, padding } = poolWindow(options);
  if (padding === 'valid') return avgPool(x as Tensor4D, size, strides, padding);
  return customGrad((input, save) => {
    const value = avgPool(input as Tensor4D, size, strides, padding);
    (save as (tensors: Tensor[]) => void)([input as Tensor]);
    // tfjs-core divides by the size of the whole window, padding included.
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor => {
      const [from] = saved as [Tensor];
      const [, height = 0, width = 0] = from.shape;
      const rows = shares(height, size[0], strides[0]);
      const columns = shares(width, size[1], strides[1]);
      const share = mul(reshape(rows, [1, -1, 1, 1]), reshape(columns, [1, 1, -1, 1]));
      const attrs: AvgPoolGradAttrs = { filterSize: size, strides, pad: padding };
      return engine().runKernel('AvgPoolGrad', { dy: mul(dy, share), input: from }, { ...attrs });
    };
    return { value, gradFunc };
  })(x);
}

/** Along one axis, the size of each window by how much of it lies within the image. */
function shares(length: number, size: number, stride: number): Tensor1D {
  const count = Math.ceil(length / stride);
  const before = Math.floor(Math.max(0, (count - 1) * stride + size - length) / 2);
  const within = (window: number): number => {
    const start = window * stride - before;
    return Math.min(start + size, length) - Math.max(start, 0);
  };
  return tensor1d(Array.from({ length: count }, (_, window) => size / within(window)));
}
