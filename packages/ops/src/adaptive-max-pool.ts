import { type Tensor, maxPool } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type AdaptivePoolOptions, adaptivePool } from './internal/adaptive-pool.js';

export type AdaptiveMaxPoolOptions = AdaptivePoolOptions;

/**
 * The largest elements of as many windows as asked for: of an axis of `n`, window `i` goes from `⌊i · n / size⌋` up to
 * `⌈(i + 1) · n / size⌉`.
 *
 * `[batch, ...spatial, channels]` → `[batch, ...outputSize, channels]`, with one to three spatial axes.
 *
 * @example
 * ```ts
 * adaptiveMaxPool(tensor([[[1], [2], [4]]]), { outputSize: 2 }); // [[[2], [4]]]
 * ```
 * @throws ArgumentError when there is not a size for each spatial axis.
 * @see Keras `keras.ops.adaptive_max_pool`
 */
export const adaptiveMaxPool: OptionOp<AdaptiveMaxPoolOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'AdaptiveMaxPool',
  module: 'nn',
  options: ['outputSize', 'dataFormat'],
  call: (x: Tensor, options: AdaptiveMaxPoolOptions) =>
    adaptivePool('adaptiveMaxPool', x, options, (images, size) => maxPool(images, [size, 1], 1, 'valid')),
});
