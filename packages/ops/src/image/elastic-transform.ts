import { nextSeed } from '@myelin/core';
import { type Tensor, add, cast, mul, reshape, scalar, squeeze, tensor1d } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { indices } from '../indices.js';
import { randomNormal } from '../random/random-normal.js';
import { gaussianBlur } from './gaussian-blur.js';
import { expectFloats } from './internal/expect-floats.js';
import { interpolated, placesAround } from './internal/interpolated.js';
import { type ImageOptions, onImages } from './internal/on-images.js';

export interface ElasticTransformOptions extends ImageOptions {
  /** How far pixels move, in pixels; 0 leaves the images as they are. @defaultValue 20 */
  readonly alpha?: number;
  /** Over how many pixels moves are alike: the deviation of the bell curve that smooths them. @defaultValue 5 */
  readonly sigma?: number;
  /** How pixels are made from those around a place. @defaultValue 'bilinear' */
  readonly interpolation?: 'nearest' | 'bilinear';
  /** What lies outside of the images, as of `mapCoordinates`. @defaultValue 'reflect' */
  readonly fillMode?: 'constant' | 'nearest' | 'wrap' | 'reflect';
  /** What `constant` fills in. @defaultValue 0 */
  readonly fillValue?: number;
  /** A number, or the state of a `seedGenerator`. @defaultValue the next stream of `setSeed` */
  readonly seed?: number | Tensor | null;
}

/**
 * Images distorted at random, each as if drawn on rubber: pixels move by smoothed noise.
 *
 * As in Keras, one noise moves a pixel along both axes.
 *
 * `[batch, height, width, channels]` → the same shape; or one image without the batch.
 *
 * @example
 * ```ts
 * elasticTransform(ones([4, 4, 1]), { seed: 7 }).shape; // [4, 4, 1]
 * ```
 * @throws DTypeError when the images are not floats.
 * @throws ShapeError when there are neither three axes nor four.
 * @see Keras `keras.ops.image.elastic_transform`; Simard et al., Best practices for convolutional neural networks, 2003.
 */
export const elasticTransform: OptionOp<ElasticTransformOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'ElasticTransform',
  module: 'image',
  options: ['alpha', 'sigma', 'interpolation', 'fillMode', 'fillValue', 'seed', 'dataFormat'],
  call(images: Tensor, { seed = null, ...options }: ElasticTransformOptions) {
    expectFloats('elasticTransform', images);
    const given = seed ?? nextSeed();
    const state = typeof given === 'number' ? tensor1d([given, 0], 'int32') : given;
    return onImages('elasticTransform', images, options, (batch) => distorted(batch, state, options));
  },
});

function distorted(images: Tensor, state: Tensor, options: ElasticTransformOptions): Tensor {
  const { alpha = 20, sigma = 5, interpolation = 'bilinear', fillMode = 'reflect', fillValue = 0 } = options;
  const [batch = 0, height = 0, width = 0] = images.shape;
  const size = 6 * Math.trunc(sigma) + 1;
  const noise = mul(randomNormal(state, [batch, height, width, 1]), sigma);
  const smooth = gaussianBlur(noise, { kernelSize: [size, size], sigma: [sigma, sigma] });
  const moves = mul(squeeze(smooth, [3]), alpha);
  const order = interpolation === 'nearest' ? 0 : 1;
  const along = (count: number, shape: number[]): ReturnType<typeof placesAround> => {
    return placesAround(add(moves, reshape(cast(indices(count), 'float32'), shape)), order);
  };
  const own = { place: reshape(indices(batch), [batch, 1, 1]), weight: scalar(1) };
  const places = [[own], along(height, [1, height, 1]), along(width, [1, 1, width])];
  return interpolated(images, places, { fillMode, fillValue });
}
