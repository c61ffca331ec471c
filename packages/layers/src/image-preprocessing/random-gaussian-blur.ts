import { ArgumentError } from '@myelin/core';
import {
  clip,
  depthwiseConv,
  divide,
  exp,
  matmul,
  multiply,
  reshape,
  square,
  sum,
  tensor,
  tile,
  unstack,
  where,
  add,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Pair } from '../internal/positive-sizes.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, factor } from './internal/factor.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomGaussianBlur}. */
export interface RandomGaussianBlurConfig extends RandomImageConfig, ValueRangeOption {
  /** Range of the chance that an image is blurred, from 0 to 1; one number is the range from 0. @defaultValue 1 */
  factor?: Factor;
  /** Rows and columns of the window, odd numbers. @defaultValue 3 */
  kernelSize?: number | Pair;
  /** Range of the standard deviations in pixels, from 0 to 1; one number is the range from 0. @defaultValue 1 */
  sigma?: Factor;
}

/** Whether each image is blurred, `[batch]`, and how much from left to right and from above, `[2]`. */
interface Blur {
  readonly isBlurred: Tensor;
  readonly deviations: Tensor;
}

/**
 * Blurs images in training, chosen by chance, by a bell curve whose width is drawn, too, once for a batch.
 *
 * At inference images stay as they are.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randomGaussianBlur({ kernelSize: 1 })(tensor([[[7], [8]]]), { training: true }); // [[[7], [8]]]
 * ```
 * @throws ArgumentError for a factor that is out of range, and for a window of even size.
 * @see Keras `keras.layers.RandomGaussianBlur`
 */
export const randomGaussianBlur: ImageLayerFactory<RandomGaussianBlurConfig> =
  /* @__PURE__ */ defineImageLayer({
    className: 'RandomGaussianBlur',
    ranges: ['factor', 'sigma'],
    defaults: { factor: 1, kernelSize: 3, sigma: 1, valueRange: [0, 255] },
    resolve: {
      factor: factor('factor', [0, 1]),
      kernelSize: oddPair,
      sigma: factor('sigma', [0, 1]),
      valueRange,
    },

    draw: (draws, { batch }, { config }): Blur => ({
      isBlurred: draws.chance(batch, config.factor),
      deviations: add(draws.uniform([2], config.sigma), 1e-6),
    }),

    images(
      images,
      { isBlurred, deviations },
      {
        config: {
          kernelSize,
          valueRange: [low, high],
        },
      },
    ) {
      const [rows, columns] = kernelSize;
      const [first, second] = unstack(deviations) as [Tensor, Tensor];
      // Keras' window is the outer product with its sides exchanged, read row by row.
      const window = matmul(bell(columns, second, [columns, 1]), bell(rows, first, [1, rows]));
      const kernel = reshape(window, { newshape: [rows, columns, 1, 1] });
      const all = tile(kernel, { repeats: [1, 1, images.shape[3] ?? 0, 1] });
      const blurred = depthwiseConv(images, all, { padding: 'same' });
      const chosen = where(reshape(isBlurred, { newshape: [-1, 1, 1, 1] }), blurred, images);
      return clip(chosen, { xMin: low, xMax: high });
    },
  });

/** Weights of a bell curve that sum to 1. */
function bell(size: number, deviation: Tensor, shape: readonly number[]): Tensor {
  const distances = tensor(Array.from({ length: size }, (_, i) => i - (size - 1) / 2));
  const heights = exp(multiply(square(divide(distances, deviation)), -0.5));
  return reshape(divide(heights, sum(heights)), { newshape: shape });
}

function oddPair(given: number | Pair, who: string): Pair {
  const pair: unknown = typeof given === 'number' ? [given, given] : given;
  if (
    Array.isArray(pair) &&
    pair.length === 2 &&
    pair.every((size) => Number.isSafeInteger(size) && size % 2 === 1)
  ) {
    return pair as unknown as Pair;
  }
  throw new ArgumentError({
    who,
    expected: '`kernelSize` to be a positive odd number or two of them',
    got: JSON.stringify(given),
  });
}
