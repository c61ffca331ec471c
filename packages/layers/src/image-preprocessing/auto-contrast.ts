import { clip, divide, equal, max, min, multiply, subtract, where } from '@myelin/ops';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import type { Range } from './internal/factor.js';
import { type ValueRangeOption, bytes, toRange, valueRange } from './internal/value-range.js';
import type { ImageLayerConfig, ImageLayerFactory } from './labeled-images.js';

/** Options of {@link autoContrast}. */
export interface AutoContrastConfig extends ImageLayerConfig, ValueRangeOption {}

/** @internal */
export const stretched: Augmentation<{ readonly valueRange: Range }> = {
  images(images, _, { config: { valueRange: range } }) {
    const values = toRange(images, range, bytes);
    const over = { axis: [1, 2], keepdims: true };
    const [low, high] = [min(values, over), max(values, over)];
    const isFlat = equal(low, high);
    const parts = divide(subtract(values, low), where(isFlat, 1, subtract(high, low)));
    return where(isFlat, images, toRange(clip(multiply(parts, 255), { xMin: 0, xMax: 255 }), bytes, range));
  },
};

/**
 * Stretches the values of each channel of each image, so that they fill the range.
 *
 * It does so at inference, too. Channels of a single value stay as they are. Keras takes the wrong axes where channels come
 * first; this layer goes by `dataFormat`.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * autoContrast()(tensor([[[10], [20], [60]]])); // [[[0], [51], [255]]]
 * ```
 * @see Keras `keras.layers.AutoContrast`; Cubuk et al., "AutoAugment", 2019, arXiv 1805.09501
 */
export const autoContrast: ImageLayerFactory<AutoContrastConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'AutoContrast',
  defaults: { valueRange: [0, 255] },
  resolve: { valueRange },
  ...stretched,
});
