import { ArgumentError, type AnyLayer } from '@myelin/core';
import {
  conv2d,
  conv2dTranspose,
  dense,
  flatten,
  gaussianNoise,
  input,
  maxPooling2d,
  reshape,
} from '@myelin/layers';
import { sequential } from '@myelin/models';
import { adam } from '@myelin/optimizers';
import { type Autoencoder, asAutoencoder } from './as-autoencoder.js';

/** Options of {@link convolutionalAutoencoder}. */
export interface ConvolutionalAutoencoderOptions {
  /** Height, width and channels of an image. @defaultValue [28, 28, 1] */
  readonly imageShape?: readonly [height: number, width: number, channels: number];
  /** Filters of the convolutions of the encoder, each followed by pooling. @defaultValue [16, 32] */
  readonly filters?: readonly number[];
  /** Numbers that an image is pressed into; null keeps the small maps of the last filters as the code. @defaultValue 32 */
  readonly code?: number | null;
  /** Standard deviation of noise that is added in training, from 0 to 1: it learns to take noise away. @defaultValue 0 */
  readonly noise?: number;
  /** Of Adam. @defaultValue 0.002 */
  readonly learningRate?: number;
  /** @defaultValue 'convolutional_autoencoder' */
  readonly name?: string;
}

/**
 * An autoencoder that knows which pixels are neighbours: 3x3 convolutions with relu and 2x2 max pooling, a linear code,
 * transposed convolutions that double the side, and a sigmoid for each pixel.
 *
 * Compiled with Adam and `mean_squared_error`; train it with the images as their own targets, `fit(x, x)`. Made for
 * `digits()` and `fashionMnist()` of `@myelin/datasets`, with pixels from 0 to 1. With `noise` it is a denoising
 * autoencoder; then a code of null, which keeps where things are, is best.
 *
 * Input `[batch, height, width, channels]` → the same shape; `encoder` → `[batch, code]`, `decoder` back.
 *
 * @example
 * ```ts
 * convolutionalAutoencoder().countParams();               // 120769
 * convolutionalAutoencoder({ code: null }).countParams(); // 18817
 * ```
 * @throws ArgumentError for an image whose sides cannot be halved for each of the filters.
 * @see Masci and others, "Stacked convolutional auto-encoders for hierarchical feature extraction", 2011
 */
export function convolutionalAutoencoder(options: ConvolutionalAutoencoderOptions = {}): Autoencoder {
  const { imageShape = [28, 28, 1], filters = [16, 32], code = 32, noise = 0 } = options;
  const { learningRate = 0.002, name = 'convolutional_autoencoder' } = options;
  const [height, width, channels] = imageShape;
  const shrunk = 2 ** filters.length;
  if (height % shrunk !== 0 || width % shrunk !== 0) {
    throw new ArgumentError({
      who: 'convolutionalAutoencoder',
      expected: `sides that are multiples of ${shrunk}, for ${filters.length} poolings`,
      got: `${height}x${width}`,
    });
  }
  const maps = [height / shrunk, width / shrunk, filters.at(-1) ?? channels];
  const size = maps.reduce((product, side) => product * side, 1);
  const encoder = sequential(
    [
      input({ shape: imageShape }),
      ...(noise === 0 ? [] : [gaussianNoise({ stddev: noise })]),
      ...filters.flatMap((count): AnyLayer[] => [
        conv2d({ filters: count, kernelSize: 3, padding: 'same', activation: 'relu' }),
        maxPooling2d({ poolSize: 2 }),
      ]),
      ...(code === null ? [] : [flatten(), dense({ units: code })]),
    ],
    { name: 'encoder' },
  );
  const decoder = sequential(
    [
      input({ shape: code === null ? maps : [code] }),
      ...(code === null ? [] : [dense({ units: size, activation: 'relu' }), reshape({ targetShape: maps })]),
      ...[...filters]
        .reverse()
        .map((count) =>
          conv2dTranspose({ filters: count, kernelSize: 3, strides: 2, padding: 'same', activation: 'relu' }),
        ),
      conv2d({ filters: channels, kernelSize: 3, padding: 'same', activation: 'sigmoid' }),
    ],
    { name: 'decoder' },
  );
  const model = sequential([encoder, decoder], { name });
  model.compile({ optimizer: adam({ learningRate }), loss: 'mean_squared_error' });
  return asAutoencoder(model);
}
