import { dense, embedding, gru, input, lstm } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { adam, cosineDecay } from '@myelin/optimizers';

/** Options of {@link characterModel}. */
export interface CharacterModelOptions {
  /** How many different letters there are. @defaultValue 65 */
  readonly vocabularySize?: number;
  /** How many numbers stand for a letter. @defaultValue 32 */
  readonly dimensions?: number;
  /** Of the recurrent layer. @defaultValue 192 */
  readonly units?: number;
  /** Which recurrent layer reads. @defaultValue 'lstm' */
  readonly cell?: 'lstm' | 'gru';
  /** Of Adam. @defaultValue 0.004 */
  readonly learningRate?: number;
  /** In how many steps the learning rate falls to a twentieth, along half a cosine. @defaultValue it stays as it is */
  readonly decaySteps?: number;
  /** @defaultValue 'character_model' */
  readonly name?: string;
}

/**
 * Reads a text letter by letter and says at every place how likely each letter is to come next.
 *
 * A vector for each letter, a recurrent layer, and a softmax over all letters. Compiled with Adam and
 * `sparse_categorical_crossentropy`: divided by ln 2 that is the number of bits that a letter costs. `textWindows` of
 * `datasets` makes what it learns from, and {@link generateText} lets it write.
 *
 * Input `[batch, letters]`, int32 numbers of letters → output `[batch, letters, vocabularySize]`.
 *
 * @example
 * ```ts
 * characterModel().countParams(); // 187425
 * characterModel({ vocabularySize: 3, dimensions: 2, units: 4, cell: 'gru' }).countParams(); // 117
 * ```
 * @see Graves, "Generating sequences with recurrent neural networks", 2013, arXiv 1308.0850, section 3.
 */
export function characterModel(options: CharacterModelOptions = {}): Sequential {
  const {
    vocabularySize = 65,
    dimensions = 32,
    units = 192,
    cell = 'lstm',
    learningRate = 0.004,
    decaySteps,
    name = 'character_model',
  } = options;
  const model = sequential(
    [
      input({ shape: [null], dtype: 'int32' }),
      embedding({ inputDim: vocabularySize, outputDim: dimensions }),
      cell === 'gru' ? gru({ units, returnSequences: true }) : lstm({ units, returnSequences: true }),
      dense({ units: vocabularySize, activation: 'softmax' }),
    ],
    { name },
  );
  const rate =
    decaySteps === undefined
      ? learningRate
      : cosineDecay({ initialLearningRate: learningRate, decaySteps, alpha: 0.05 });
  model.compile({ optimizer: adam({ learningRate: rate }), loss: 'sparse_categorical_crossentropy' });
  return model;
}
