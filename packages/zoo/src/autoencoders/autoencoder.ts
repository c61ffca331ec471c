import { dense, gaussianNoise, input } from '@myelin/layers';
import { sequential } from '@myelin/models';
import { adam } from '@myelin/optimizers';
import { type Autoencoder, asAutoencoder } from './as-autoencoder.js';

/** Options of {@link autoencoder}. */
export interface AutoencoderOptions {
  /** Pixels of an image. @defaultValue 784 */
  readonly pixels?: number;
  /** Units of the hidden layers of the encoder; the decoder has them the other way round. @defaultValue [128] */
  readonly hidden?: readonly number[];
  /** Numbers that an image is pressed into. @defaultValue 32 */
  readonly code?: number;
  /** Standard deviation of noise that is added in training, from 0 to 1: it learns to take noise away. @defaultValue 0 */
  readonly noise?: number;
  /** Of Adam. @defaultValue 0.002 */
  readonly learningRate?: number;
  /** @defaultValue 'autoencoder' */
  readonly name?: string;
}

/**
 * Presses an image into a few numbers and makes it again from these: dense layers with relu, a linear code, dense layers
 * with relu, and a sigmoid for each pixel.
 *
 * Compiled with Adam and `mean_squared_error`; train it with the images as their own targets, `fit(x, x)`. Made for
 * `digits()` and `fashionMnist()` of `@myelin/datasets`, with pixels from 0 to 1 in one vector. With `noise` it is a
 * denoising autoencoder: every epoch sees other noise, and the target is the clean image.
 *
 * Input `[batch, pixels]` → output `[batch, pixels]`; `encoder` `[batch, pixels]` → `[batch, code]`, `decoder` back.
 *
 * @example
 * ```ts
 * const model = autoencoder({ pixels: 16, hidden: [8], code: 2 });
 * model.countParams();         // 322
 * model.encoder.countParams(); // 154
 * ```
 * @see Hinton and Salakhutdinov, "Reducing the dimensionality of data with neural networks", 2006; Vincent and others,
 * "Extracting and composing robust features with denoising autoencoders", 2008
 */
export function autoencoder(options: AutoencoderOptions = {}): Autoencoder {
  const { pixels = 784, hidden = [128], code = 32, noise = 0, learningRate = 0.002 } = options;
  const { name = 'autoencoder' } = options;
  const layers = (sizes: readonly number[]): ReturnType<typeof dense>[] =>
    sizes.map((units) => dense({ units, activation: 'relu' }));
  const encoder = sequential(
    [
      input({ shape: [pixels] }),
      ...(noise === 0 ? [] : [gaussianNoise({ stddev: noise })]),
      ...layers(hidden),
      dense({ units: code }),
    ],
    { name: 'encoder' },
  );
  const decoder = sequential(
    [
      input({ shape: [code] }),
      ...layers([...hidden].reverse()),
      dense({ units: pixels, activation: 'sigmoid' }),
    ],
    { name: 'decoder' },
  );
  const model = sequential([encoder, decoder], { name });
  model.compile({ optimizer: adam({ learningRate }), loss: 'mean_squared_error' });
  return asAutoencoder(model);
}
