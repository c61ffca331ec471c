import {
  batchNormalization,
  conv2d,
  maxPooling2d,
  randomFlip,
  randomRotation,
  randomTranslation,
  randomZoom,
} from '@myelin/layers';
import type { Sequential } from '@myelin/models';
import { imageClassifier } from '../internal/image-classifier.js';

/** Options of {@link photoCnn}. */
export interface PhotoCnnOptions {
  /** Height, width and channels of a photo. @defaultValue [128, 128, 3] */
  readonly imageShape?: readonly [height: number, width: number, channels: number];
  /** Filters of the convolutions, each 3x3 and followed by pooling. @defaultValue [16, 32, 64] */
  readonly filters?: readonly number[];
  /** Share of the numbers before the last layer that is left out of each step. @defaultValue 0.4 */
  readonly dropoutRate?: number;
  /** @defaultValue 5 */
  readonly classes?: number;
  /** Of Adam, at the start. @defaultValue 0.002 */
  readonly learningRate?: number;
  /** Steps over which the learning rate falls to 0 along half a cosine: epochs times batches. @defaultValue 400 */
  readonly steps?: number;
  /** @defaultValue 'photo_cnn' */
  readonly name?: string;
}

/**
 * Tells what a photo shows, learned from few: in training every photo is mirrored, turned, zoomed and moved at random, so
 * that none is seen twice.
 *
 * The augmentation, up to 36° either way, 20 % in size and 10 % in place, does nothing outside of training. Then 3x3
 * convolutions with relu, the first with stride 2, each followed by 2x2 max pooling and batch normalization; dropout,
 * softmax. Compiled with Adam, whose learning rate falls along half a cosine, `categorical_crossentropy` and accuracy. Made
 * for `flowers()` of `@myelin/datasets`, with pixels from 0 to 1.
 *
 * Input `[batch, height, width, channels]` → output `[batch, classes]`, probabilities.
 *
 * @example
 * ```ts
 * photoCnn().countParams(); // 44517
 * ```
 */
export function photoCnn(options: PhotoCnnOptions = {}): Sequential {
  const { imageShape = [128, 128, 3], filters = [16, 32, 64], dropoutRate = 0.4, classes = 5 } = options;
  const { learningRate = 0.002, steps = 400, name = 'photo_cnn' } = options;
  return imageClassifier({
    ...{ name, imageShape, dropoutRate, classes, learningRate, steps },
    layers: [
      randomFlip({ mode: 'horizontal' }),
      randomRotation({ factor: 0.1 }),
      randomZoom({ heightFactor: 0.2 }),
      randomTranslation({ heightFactor: 0.1, widthFactor: 0.1 }),
      ...filters.flatMap((count, i) => [
        conv2d({
          filters: count,
          kernelSize: 3,
          strides: i === 0 ? 2 : 1,
          padding: 'same',
          activation: 'relu',
        }),
        maxPooling2d({ poolSize: 2 }),
        batchNormalization({ momentum: 0.9 }),
      ]),
    ],
  });
}
