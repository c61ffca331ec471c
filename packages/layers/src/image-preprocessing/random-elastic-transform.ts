import { ArgumentError } from '@myelin/core';
import {
  absolute,
  add,
  arange,
  clip,
  divide,
  exp,
  floor,
  lessEqual,
  matmul,
  multiply,
  conv,
  reshape,
  square,
  sum,
  tensor,
  unstack,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { oneOf } from '../internal/one-of.js';
import { interpolation } from './internal/affine.js';
import type { Augmentation } from './internal/augmentation.js';
import { defineImageLayer } from './internal/define-image-layer.js';
import { type Factor, type Range, factor } from './internal/factor.js';
import { type SampleAtOptions, sampleAt } from './internal/sample-at.js';
import { type ValueRangeOption, valueRange } from './internal/value-range.js';
import type { ImageLayerFactory, RandomImageConfig } from './labeled-images.js';

/** Options of {@link randomElasticTransform}. */
export interface RandomElasticTransformConfig extends RandomImageConfig, ValueRangeOption {
  /** Range of the chance that an image is changed, from 0 to 1; one number is the range from 0. @defaultValue 1 */
  factor?: Factor;
  /** Range of the strength, drawn once for a batch, likewise. @defaultValue 1 */
  scale?: Factor;
  /** How pixels are made from those around a place. @defaultValue 'bilinear' */
  interpolation?: 'nearest' | 'bilinear';
  /**
   * What lies outside of an image: one value (`'constant'`), its border (`'nearest'`), the image again (`'wrap'`), or its mirror
   * image with the border (`'reflect'`) or without (`'mirror'`). @defaultValue 'reflect'
   */
  fillMode?: SampleAtOptions['fillMode'];
  /** What `'constant'` fills in. @defaultValue 0 */
  fillValue?: number;
}

interface ElasticOptions extends SampleAtOptions {
  readonly factor: Range;
  readonly scale: Range;
  readonly valueRange: Range;
}

/** Which images are changed, `[batch]`; and by how many pixels each place is moved, `[batch, height, width]` each. */
interface Elastic {
  readonly isChanged: Tensor;
  readonly across: Tensor;
  readonly down: Tensor;
}

/** @internal */
export const elastic: Augmentation<ElasticOptions, Elastic> = {
  draw(draws, { batch, height, width }, { config }) {
    const isChanged = draws.chance(batch, config.factor);
    const strength = draws.uniform([], config.scale);
    const noise = draws.normal([2 * batch, height, width, 1]);
    const deviation = multiply(strength, 0.05 * Math.min(height, width));
    const most = Math.floor(0.05 * Math.min(height, width) * config.scale[1]);
    const smooth = blurred(multiply(noise, deviation), deviation, most);
    const moves = multiply(smooth, multiply(strength, 0.1 * Math.max(height, width)));
    const [across, down] = unstack(reshape(moves, { newshape: [2, batch, height, width] })) as [
      Tensor,
      Tensor,
    ];
    return { isChanged, across, down };
  },
  images: (images, drawn, { config }) => {
    const [low, high] = config.valueRange;
    return clip(distorted(images, drawn, config), { xMin: low, xMax: high });
  },
  masks: (masks, drawn, { config }) => distorted(masks, drawn, { ...config, interpolation: 'nearest' }),
  boundingBoxes(_, __, { who }) {
    throw new ArgumentError({ who, expected: 'images without bounding boxes', got: 'some with' });
  },
};

/**
 * Distorts images in training, chosen by chance, as if they were printed on rubber: each place moves by noise that is smooth.
 *
 * At inference images stay as they are. Masks are distorted with their images; Keras draws other noise for them. Beyond the
 * left and the upper border Keras leaves out the border itself with `'reflect'`.
 *
 * Input `[batch, height, width, channels]` → the same shape; or one image without the batch. Whole numbers become floats. No
 * weights.
 *
 * @example
 * ```ts
 * randomElasticTransform({ scale: [0, 0] })(tensor([[[1], [2]]]), { training: true }); // [[[1], [2]]]
 * ```
 * @throws ArgumentError for a factor that is out of range, and for images with bounding boxes.
 * @see Keras `keras.layers.RandomElasticTransform`; Simard et al., "Best practices for convolutional neural networks", 2003
 */
export const randomElasticTransform: ImageLayerFactory<RandomElasticTransformConfig> =
  /* @__PURE__ */ defineImageLayer({
    className: 'RandomElasticTransform',
    ranges: ['factor', 'scale'],
    floats: ['fillValue'],
    defaults: {
      factor: 1,
      scale: 1,
      interpolation: 'bilinear',
      fillMode: 'reflect',
      fillValue: 0,
      valueRange: [0, 255],
    },
    resolve: {
      factor: factor('factor', [0, 1]),
      scale: factor('scale', [0, 1]),
      interpolation,
      fillMode: /* @__PURE__ */ oneOf<SampleAtOptions['fillMode']>('fillMode', [
        'constant',
        'nearest',
        'wrap',
        'mirror',
        'reflect',
      ]),
      valueRange,
    },
    ...elastic,
  });

function distorted(images: Tensor, { isChanged, across, down }: Elastic, options: SampleAtOptions): Tensor {
  const [, height = 0, width = 0] = images.shape;
  const x = add(across, reshape(arange(width), { newshape: [1, 1, width] }));
  const y = add(down, reshape(arange(height), { newshape: [1, height, 1] }));
  const moved = sampleAt(images, x, y, options);
  return where(reshape(isChanged, { newshape: [-1, 1, 1, 1] }), moved, images);
}

/** Smoothed by a bell curve that ends at three whole deviations; `most` is the largest number of them. */
function blurred(noise: Tensor, deviation: Tensor, most: number): Tensor {
  if (most === 0) return noise;
  const size = 6 * most + 1;
  const distances = tensor(
    Array.from({ length: size }, (_, i) => i - 3 * most),
    'float32',
  );
  const isWithin = lessEqual(absolute(distances), multiply(floor(deviation), 3));
  const heights = where(isWithin, exp(multiply(square(divide(distances, add(deviation, 1e-12))), -0.5)), 0);
  const weights = divide(heights, sum(heights));
  const window = matmul(reshape(weights, { newshape: [size, 1] }), reshape(weights, { newshape: [1, size] }));
  return conv(noise, reshape(window, { newshape: [size, size, 1, 1] }), { padding: 'same' });
}
