import { type Tensor, avgPool } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type AdaptivePoolOptions, adaptivePool } from './internal/adaptive-pool.js';

export type AdaptiveAveragePoolOptions = AdaptivePoolOptions;

/**
 * The means of as many windows as asked for: of an axis of `n`, window `i` goes from `⌊i · n / size⌋` up to
 * `⌈(i + 1) · n / size⌉`.
 *
 * `[batch, ...spatial, channels]` → `[batch, ...outputSize, channels]`, with one to three spatial axes.
 *
 * @example
 * ```ts
 * adaptiveAveragePool(tensor([[[1], [2], [4]]]), { outputSize: 2 }); // [[[1.5], [3]]]
 * ```
 * @throws ArgumentError when there is not a size for each spatial axis.
 * @see Keras `keras.ops.adaptive_average_pool`
 */
export const adaptiveAveragePool: OptionOp<AdaptiveAveragePoolOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'AdaptiveAveragePool',
  module: 'nn',
  options: ['outputSize', 'dataFormat'],
  call: (x: Tensor, options: AdaptiveAveragePoolOptions) =>
    adaptivePool('adaptiveAveragePool', x, options, (images, size) => avgPool(images, [size, 1], 1, 'valid')),
});
