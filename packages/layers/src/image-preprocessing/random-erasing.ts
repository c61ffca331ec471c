import { ArgumentError } from '@myelin/core';
import { clip, logicalAnd, multiply, reshape, sqrt, tensor, unstack, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Augmentation } from './internal/augmentation.js';
import { isInBox, placedBoxes } from './internal/boxes-in-images.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomErasing}. */
export interface RandomErasingConfig extends RandomImageConfig, ValueRangeOption {
  /** Range of the chance that something is erased, from 0 to 1; one number is the range from 0. @defaultValue 1 */
  factor?: Factor;
  /** Range of the part of the image that is erased, whose root is the part of each side. @defaultValue [0.02, 0.33] */
  scale?: Factor;
  /** What takes its place: a number, one for each of three channels, or noise, which null stands for. @defaultValue null */
  fillValue?: FillValue;
}

type FillValue = number | readonly [number, number, number] | null;
type Erasing = {
  readonly factor: Range;
  readonly scale: Range;
  readonly valueRange: Range;
  readonly fillValue: FillValue;
};

/** Whether something is erased, `[batch]`; which pixels, `[batch, height, width, 1]`; and what takes their place. */
interface Erased {
  readonly isErased: Tensor;
  readonly isInside: Tensor;
  readonly fill: Tensor;
}

/** @internal */
export const erasing: Augmentation<Erasing, Erased> = {
  draw(draws, size, { config }) {
    const { batch, height, width, channels } = size;
    const [across, down] = unstack(sqrt(draws.uniform([2, batch], config.scale))) as [Tensor, Tensor];
    const isInside = isInBox(size, placedBoxes(draws, size, { across, down }));
    const isErased = draws.chance(batch, config.factor);
    const noise = (): Tensor =>
      multiply(draws.normal([batch, height, width, channels]), config.valueRange[1]);
    return { isErased, isInside, fill: config.fillValue === null ? noise() : asTensor(config.fillValue) };
  },
  images(
    images,
    { isErased, isInside, fill },
    {
      config: {
        valueRange: [low, high],
      },
    },
  ) {
    const isGone = logicalAnd(isInside, reshape(isErased, { newshape: [-1, 1, 1, 1] }));
    return where(isGone, clip(fill, { xMin: low, xMax: high }), images);
  },
};

/**
 * Erases a rectangle of images in training, chosen by chance, at a place and in a size that are drawn.
 *
 * Against networks that look at a single detail. At inference images stay as they are.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * const all = randomErasing({ factor: [1, 1], scale: [1, 1], fillValue: 9 });
 * all(tensor([[[1], [2]]]), { training: true }); // [[[9], [9]]]
 * ```
 * @throws ArgumentError for a factor that is out of range.
 * @see Keras `keras.layers.RandomErasing`; Zhong et al., "Random erasing data augmentation", 2017, arXiv 1708.04896
 */
export const randomErasing: ImageLayerFactory<RandomErasingConfig> = /* @__PURE__ */ defineImageLayer({
  className: 'RandomErasing',
  ranges: ['factor', 'scale'],
  defaults: { factor: 1, scale: [0.02, 0.33], fillValue: null, valueRange: [0, 255] },
  resolve: {
    factor: factor('factor', [0, 1]),
    scale: factor('scale', [0, 1]),
    fillValue: oneOrThree,
    valueRange,
  },
  ...erasing,
});

function asTensor(fill: NonNullable<FillValue>): Tensor {
  return typeof fill === 'number' ? tensor([fill], 'float32') : tensor(fill, 'float32');
}

function oneOrThree(given: FillValue, who: string): FillValue {
  const values: unknown = given;
  if (given === null || typeof given === 'number') return given;
  if (Array.isArray(values) && values.length === 3) return given;
  throw new ArgumentError({
    who,
    expected: '`fillValue` to be a number, three of them, or null',
    got: JSON.stringify(given),
  });
}
