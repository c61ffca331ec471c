import type { AnyLayer } from '@myelin/core';
import {
  bidirectional,
  dense,
  dropout,
  embedding,
  globalAveragePooling1d,
  input,
  lstm,
} from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { adam, cosineDecay } from '@myelin/optimizers';

/** Options of {@link sentimentClassifier}. */
export interface SentimentClassifierOptions {
  /** How many words it knows, with 0 for padding and 1 for all others. @defaultValue 8000 */
  readonly vocabularySize?: number;
  /** How many numbers stand for a word. @defaultValue 16 */
  readonly dimensions?: number;
  /**
   * What makes one vector of all words: an LSTM that reads on, two that read from both ends, or their mean, for which the
   * order of the words makes no difference. @defaultValue 'lstm'
   */
  readonly reader?: 'lstm' | 'bidirectional' | 'mean';
  /** Of an LSTM. @defaultValue 32 */
  readonly units?: number;
  /** Share of the numbers that are left out in training, of the words and of what was read. @defaultValue 0.3 */
  readonly dropoutRate?: number;
  /** Of Adam. @defaultValue 0.002 */
  readonly learningRate?: number;
  /** In how many steps the learning rate falls to a twentieth, along half a cosine. @defaultValue it stays as it is */
  readonly decaySteps?: number;
  /** @defaultValue 'sentiment_classifier' */
  readonly name?: string;
}

/**
 * Tells praise from blame: a vector for each word, an LSTM that reads them, and one unit with a sigmoid.
 *
 * Compiled with Adam and `binary_crossentropy`. Texts become numbers by `textVectorization`, and of one length by
 * `padSequences`; steps that are filled up with 0 are passed over.
 *
 * Input `[batch, words]`, int32 → output `[batch, 1]`, how likely it is praise.
 *
 * @example
 * ```ts
 * sentimentClassifier().countParams(); // 134305
 * sentimentClassifier({ vocabularySize: 100, dimensions: 8, reader: 'mean' }).countParams(); // 809
 * ```
 */
export function sentimentClassifier(options: SentimentClassifierOptions = {}): Sequential {
  const {
    vocabularySize = 8000,
    dimensions = 16,
    reader = 'lstm',
    units = 32,
    dropoutRate = 0.3,
    learningRate = 0.002,
    decaySteps,
    name = 'sentiment_classifier',
  } = options;
  const model = sequential(
    [
      input({ shape: [null], dtype: 'int32' }),
      embedding({ inputDim: vocabularySize, outputDim: dimensions, maskZero: true }),
      dropout({ rate: dropoutRate }),
      makeReader(reader, units),
      dropout({ rate: dropoutRate }),
      dense({ units: 1, activation: 'sigmoid' }),
    ],
    { name },
  );
  const rate =
    decaySteps === undefined
      ? learningRate
      : cosineDecay({ initialLearningRate: learningRate, decaySteps, alpha: 0.05 });
  model.compile({
    optimizer: adam({ learningRate: rate }),
    loss: 'binary_crossentropy',
    metrics: ['accuracy'],
  });
  return model;
}

function makeReader(reader: NonNullable<SentimentClassifierOptions['reader']>, units: number): AnyLayer {
  if (reader === 'mean') return globalAveragePooling1d();
  const forward = lstm({ units });
  return reader === 'lstm' ? forward : bidirectional({ layer: forward });
}
