import { dense, input, lstm } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { adam } from '@myelin/optimizers';
import { mixtureDensity } from './mixture-density.js';

/** Options of {@link letterWriter}. */
export interface LetterWriterOptions {
  /** Points of a drawing at most. @defaultValue 40 */
  readonly length?: number;
  /** Units of the LSTM. @defaultValue 160 */
  readonly units?: number;
  /** Gaussians for where the pen goes next. @defaultValue 10 */
  readonly mixtures?: number;
  /** Of Adam. @defaultValue 0.002 */
  readonly learningRate?: number;
  /** @defaultValue 'letter_writer' */
  readonly name?: string;
}

/**
 * Writes letters, point by point: from where the pen went so far to a mixture of Gaussians for where it goes next, and
 * whether it goes on, lifts or has done.
 *
 * Compiled with Adam (gradients are cut to a norm of 1) and `mixtureDensity`. `encodeLetters` makes its inputs and truths of
 * drawings, `writeLetter` lets it write.
 *
 * Input `[batch, length, 29]`: the last offset, whether the pen was lifted, and which letter of 26 it is, one-hot → output
 * `[batch, length, 6 · mixtures + 3]`, see `mixtureDensity`.
 *
 * @example
 * ```ts
 * letterWriter({ units: 32, mixtures: 2 }).countParams(); // 8431
 * ```
 * @see Graves, "Generating Sequences With Recurrent Neural Networks", 2013, arXiv:1308.0850, section 4
 */
export function letterWriter(options: LetterWriterOptions = {}): Sequential {
  const { length = 40, units = 160, mixtures = 10 } = options;
  const { learningRate = 0.002, name = 'letter_writer' } = options;
  const model = sequential(
    [
      input({ shape: [length, 29] }),
      lstm({ units, returnSequences: true }),
      dense({ units: 6 * mixtures + 3 }),
    ],
    { name },
  );
  model.compile({ optimizer: adam({ learningRate, clipnorm: 1 }), loss: mixtureDensity({ mixtures }) });
  return model;
}
