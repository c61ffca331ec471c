import { bidirectional, conv1d, dense, dropout, input, lstm } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { adam, cosineDecay } from '@myelin/optimizers';

/** Options of {@link spliceClassifier}. */
export interface SpliceClassifierOptions {
  /** Letters of a sequence. @defaultValue 60 */
  readonly length?: number;
  /** @defaultValue 3 */
  readonly classes?: number;
  /** Patterns that the convolution looks for; 0 lets the recurrent layer read the letters themselves. @defaultValue 64 */
  readonly filters?: number;
  /** Letters of a pattern. @defaultValue 12 */
  readonly kernelSize?: number;
  /** Letters from one place where patterns are looked for to the next. @defaultValue 6 */
  readonly strides?: number;
  /** Size of the state, in each direction. @defaultValue 32 */
  readonly units?: number;
  /** Share of the features that is dropped in training, before and after the recurrent layer. @defaultValue 0.5 */
  readonly dropoutRate?: number;
  /** Batches within which Adam's rate falls from 0.003 to 0. @defaultValue 1320, 20 epochs of 2,104 sequences by 32 */
  readonly decaySteps?: number;
  /** @defaultValue 'splice_classifier' */
  readonly name?: string;
}

/**
 * Tells of which kind a piece of DNA is: a convolution looks for patterns of twelve letters, an LSTM in both directions reads
 * what it found from place to place, softmax.
 *
 * Compiled with Adam, whose rate falls along a cosine, `sparse_categorical_crossentropy` and accuracy. Made for `spliceJunctions()` of
 * `@myelin/datasets`, encoded by `encodeDna`.
 *
 * Input `[batch, length, 4]` → output `[batch, classes]`, probabilities.
 *
 * @example
 * ```ts
 * spliceClassifier().countParams();               // 28163
 * spliceClassifier({ filters: 0 }).countParams(); // 9667
 * ```
 */
export function spliceClassifier(options: SpliceClassifierOptions = {}): Sequential {
  const { length = 60, classes = 3, filters = 64, kernelSize = 12, strides = 6, units = 32 } = options;
  const { dropoutRate = 0.5, decaySteps = 1320, name = 'splice_classifier' } = options;
  const model = sequential(
    [
      input({ shape: [length, 4] }),
      ...(filters === 0
        ? []
        : [conv1d({ filters, kernelSize, strides, activation: 'relu' }), dropout({ rate: dropoutRate })]),
      bidirectional({ layer: lstm({ units }) }),
      dropout({ rate: dropoutRate }),
      dense({ units: classes, activation: 'softmax' }),
    ],
    { name },
  );
  model.compile({
    optimizer: adam({ learningRate: cosineDecay({ initialLearningRate: 0.003, decaySteps }) }),
    loss: 'sparse_categorical_crossentropy',
    metrics: ['accuracy'],
  });
  return model;
}
