import {
  add,
  arange,
  cast,
  clip,
  cumsum,
  divide,
  greater,
  lessEqual,
  max,
  min,
  multiply,
  ones,
  reshape,
  round,
  segmentSum,
  subtract,
  sum,
  take,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import type { Range } from './internal/factor.js';
import { type ValueRangeOption, bytes, toRange, valueRange } from './internal/value-range.js';
import type { ImageLayerConfig, ImageLayerFactory } from './labeled-images.js';

/** Options of {@link equalization}. */
export interface EqualizationConfig extends ImageLayerConfig, ValueRangeOption {
  /** How many values are told apart. @defaultValue 256 */
  bins?: number;
}

/** @internal */
export const equalized: Augmentation<{ readonly valueRange: Range; readonly bins: number }> = {
  images(images, _, { config: { valueRange: range, bins } }) {
    const values = toRange(images, range, bytes);
    const channels = images.shape[3] ?? 0;
    const table = equalizingTable(values, bins);
    const filled = sum(cast(greater(table.counts, 0), { dtype: 'float32' }), { axis: 1 });
    const found = take(reshape(table.values, { newshape: [-1] }), table.places, { axis: 0 });
    const isFlat = reshape(lessEqual(filled, 1), { newshape: [1, 1, 1, channels] });
    return toRange(where(isFlat, values, found), bytes, range);
  },
};

/** How often each value is there and what becomes of it, `[channels, bins]`; and where each pixel stands in such a table. */
function equalizingTable(values: Tensor, bins: number): Record<'counts' | 'values' | 'places', Tensor> {
  const channels = values.shape[3] ?? 0;
  const bin = cast(clip(multiply(values, (bins - 1) / 255), { xMin: 0, xMax: bins - 1 }), { dtype: 'int32' });
  const places = add(bin, multiply(arange(channels), bins));
  const flat = reshape(places, { newshape: [-1] });
  const counts = segmentSum(ones([values.size]), flat, { numSegments: channels * bins });
  const rows = reshape(counts, { newshape: [channels, bins] });
  const below = cumsum(rows, { axis: 1 });
  const total = max(below, { axis: 1, keepdims: true });
  const first = min(where(greater(below, 0), below, total), { axis: 1, keepdims: true });
  const rest = subtract(total, first);
  const parts = divide(multiply(subtract(below, first), 255), where(greater(rest, 0), rest, 1));
  return { counts: rows, values: clip(round(parts), { xMin: 0, xMax: 255 }), places };
}

/**
 * Spreads the values of each channel in training, so that all are about equally frequent.
 *
 * At inference images stay as they are. As in Keras, all images of a batch are counted together. In Keras the layer cannot
 * stand in a functional model; here it can.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights, and no gradient.
 *
 * @example
 * ```ts
 * equalization()(tensor([[[10], [10], [20], [21]]]), { training: true }); // [[[0], [0], [128], [255]]]
 * ```
 * @throws ArgumentError for a number of bins that is not positive.
 * @see Keras `keras.layers.Equalization`; Cubuk et al., "AutoAugment", 2019, arXiv 1805.09501
 */
export const equalization: ImageLayerFactory<EqualizationConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'Equalization',
  onlyInTraining: true,
  defaults: { bins: 256, valueRange: [0, 255] },
  resolve: { bins: positiveInteger('bins'), valueRange },
  ...equalized,
});
