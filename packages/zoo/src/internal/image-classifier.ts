import { dense, dropout, flatten, input } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { adam, cosineDecay } from '@myelin/optimizers';

/** What {@link imageClassifier} is made of. */
export interface ImageClassifierParts {
  readonly name: string;
  readonly imageShape: readonly number[];
  /** From images to feature maps. */
  readonly layers: Parameters<typeof sequential>[0];
  readonly dropoutRate: number;
  readonly classes: number;
  /** Of Adam, at the start. */
  readonly learningRate: number;
  /** Steps over which the learning rate falls to 0 along half a cosine. */
  readonly steps: number;
}

/** Feature maps, dropout and softmax; compiled with Adam on a falling learning rate, cross-entropy and accuracy. */
export function imageClassifier(parts: ImageClassifierParts): Sequential {
  const { name, imageShape, layers = [], dropoutRate, classes, learningRate, steps } = parts;
  const model = sequential(
    [
      input({ shape: imageShape }),
      ...layers,
      flatten(),
      dropout({ rate: dropoutRate }),
      dense({ units: classes, activation: 'softmax' }),
    ],
    { name },
  );
  model.compile({
    optimizer: adam({
      learningRate: cosineDecay({ initialLearningRate: learningRate, decaySteps: steps }),
    }),
    loss: 'categorical_crossentropy',
    metrics: ['accuracy'],
  });
  return model;
}
