import { avgPool, type Tensor, type Tensor4D, transpose } from '@tensorflow/tfjs-core';
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
    const { size, strides, padding } = poolWindow(options);
    if (options.dataFormat === 'channels_first') {
      const last = transpose(x, [0, 2, 3, 1]) as Tensor4D;
      return transpose(avgPool(last, size, strides, padding), [0, 3, 1, 2]);
    }
    return avgPool(x as Tensor4D, size, strides, padding);
  },
});
