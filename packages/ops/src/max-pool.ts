import { maxPool as tfMaxPool, type Tensor, type Tensor4D, transpose } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type PoolOptions, poolWindow } from './pool-options.js';

/**
 * The largest element of each window; on ties the gradient goes to the first.
 *
 * `[batch, height, width, channels]` → `[batch, newHeight, newWidth, channels]`.
 *
 * @example
 * ```ts
 * maxPool(reshape(tensor([1, 2, 3, 4]), { newshape: [1, 2, 2, 1] }), { poolSize: 2 }); // [[[[4]]]]
 * ```
 * @see Keras `keras.ops.max_pool`
 */
export const maxPool: OptionOp<PoolOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'MaxPool',
  module: 'nn',
  options: ['poolSize', 'strides', 'padding', 'dataFormat'],
  call(x: Tensor, options: PoolOptions): Tensor {
    const { size, strides, padding } = poolWindow(options);
    if (options.dataFormat === 'channels_first') {
      const last = transpose(x, [0, 2, 3, 1]) as Tensor4D;
      return transpose(tfMaxPool(last, size, strides, padding), [0, 3, 1, 2]);
    }
    return tfMaxPool(x as Tensor4D, size, strides, padding);
  },
});
