import { conv2d, dense, flatten, input, maxPooling2d } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';

/** Options of {@link digitCnn}. */
export interface DigitCnnOptions {
  /** Height, width and channels of an image. @defaultValue [28, 28, 1] */
  readonly imageShape?: readonly [height: number, width: number, channels: number];
  /** Filters of the convolutions, each 2x2 and followed by pooling. @defaultValue [16, 32] */
  readonly filters?: readonly number[];
  /** Units of the hidden dense layer. @defaultValue 100 */
  readonly units?: number;
  /** @defaultValue 10 */
  readonly classes?: number;
  /** @defaultValue 'digit_cnn' */
  readonly name?: string;
}

/**
 * Tells what an image shows: 2x2 convolutions with relu, each followed by 2x2 max pooling, a dense layer, softmax.
 *
 * Compiled with Adam, `categorical_crossentropy` and accuracy. Made for `digits()` and `mnist()` of `@myelin/datasets`,
 * with pixels from 0 to 1.
 *
 * Input `[batch, height, width, channels]` → output `[batch, classes]`, probabilities.
 *
 * @example
 * ```ts
 * digitCnn().countParams(); // 118470
 * ```
 */
export function digitCnn(options: DigitCnnOptions = {}): Sequential {
  const { imageShape = [28, 28, 1], filters = [16, 32], units = 100, classes = 10 } = options;
  const { name = 'digit_cnn' } = options;
  const model = sequential(
    [
      input({ shape: imageShape }),
      ...filters.flatMap((count) => [
        conv2d({ filters: count, kernelSize: 2, activation: 'relu' }),
        maxPooling2d({ poolSize: 2 }),
      ]),
      flatten(),
      dense({ units, activation: 'relu' }),
      dense({ units: classes, activation: 'softmax' }),
    ],
    { name },
  );
  model.compile({ optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] });
  return model;
}
