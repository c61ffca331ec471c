import { type Tensor, cast, maxPool as tfMaxPool } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { poolPlaces } from './internal/pool-places.js';
import type { PoolOptions } from './pool-options.js';

/**
 * The largest element of each window; on ties the gradient goes to the first.
 *
 * `[batch, height, width, channels]` → `[batch, newHeight, newWidth, channels]`; sequences `[batch, steps, channels]` and
 * volumes `[batch, depth, height, width, channels]` likewise.
 *
 * @example
 * ```ts
 * maxPool(reshape(tensor([1, 2, 3, 4]), { newshape: [1, 2, 2, 1] }), { poolSize: 2 }); // [[[[4]]]]
 * ```
 * @throws ShapeError for inputs of other ranks.
 * @see Keras `keras.ops.max_pool`
 */
export const maxPool: OptionOp<PoolOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'MaxPool',
  module: 'nn',
  options: ['poolSize', 'strides', 'padding', 'dataFormat'],
  call(x: Tensor, options: PoolOptions) {
    const pooled = poolPlaces('maxPool', x, options, (images, { size, strides, padding }) =>
      tfMaxPool(images, size, strides, padding),
    );
    return cast(pooled, x.dtype);
  },
});
