import { batchNormalization, conv2d, maxPooling2d, randomTranslation } from '@myelin/layers';
import type { Sequential } from '@myelin/models';
import { imageClassifier } from '../internal/image-classifier.js';

/** Options of {@link imageCnn}. */
export interface ImageCnnOptions {
  /** Height, width and channels of an image. @defaultValue [28, 28, 1] */
  readonly imageShape?: readonly [height: number, width: number, channels: number];
  /** Filters of the convolutions, each 3x3; all but the last are followed by pooling. @defaultValue [16, 32, 64] */
  readonly filters?: readonly number[];
  /** By which share of its size an image is moved at most, either way, at random in training. @defaultValue 0 */
  readonly shift?: number;
  /** Share of the numbers before the last layer that is left out of each step. @defaultValue 0.4 */
  readonly dropoutRate?: number;
  /** @defaultValue 10 */
  readonly classes?: number;
  /** Of Adam, at the start. @defaultValue 0.002 */
  readonly learningRate?: number;
  /** Steps over which the learning rate falls to 0 along half a cosine: epochs times batches. @defaultValue 3752 */
  readonly steps?: number;
  /** @defaultValue 'image_cnn' */
  readonly name?: string;
}

/**
 * Tells what a small image shows: 3x3 convolutions with relu, 2x2 max pooling and batch normalization, then dropout and
 * softmax.
 *
 * Compiled with Adam, whose learning rate `r` falls as `r (1 + cos(π step / steps)) / 2`, `categorical_crossentropy` and
 * accuracy. Normalizing after pooling, not before, has a quarter of the numbers to go through. Made for `mnist()` and
 * `fashionMnist()` of `@myelin/datasets`, with pixels from 0 to 1.
 *
 * Input `[batch, height, width, channels]` → output `[batch, classes]`, probabilities.
 *
 * @example
 * ```ts
 * imageCnn().countParams(); // 55114
 * ```
 */
export function imageCnn(options: ImageCnnOptions = {}): Sequential {
  const { imageShape = [28, 28, 1], filters = [16, 32, 64], shift = 0, dropoutRate = 0.4 } = options;
  const { classes = 10, learningRate = 0.002, steps = 3752, name = 'image_cnn' } = options;
  return imageClassifier({
    ...{ name, imageShape, dropoutRate, classes, learningRate, steps },
    layers: [
      ...(shift === 0
        ? []
        : [randomTranslation({ heightFactor: shift, widthFactor: shift, fillMode: 'constant' })]),
      ...filters.flatMap((count, i) => [
        conv2d({ filters: count, kernelSize: 3, padding: 'same', activation: 'relu' }),
        ...(i === filters.length - 1 ? [] : [maxPooling2d({ poolSize: 2 })]),
        batchNormalization({ momentum: 0.9 }),
      ]),
    ],
  });
}
