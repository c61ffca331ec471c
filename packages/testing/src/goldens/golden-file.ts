import { snakeCaseClass } from '@myelin/core';

/** Acronyms that Keras' rule for names cuts into pieces. */
const words: Readonly<Record<string, string>> = {
  PReLU: 'Prelu',
  ReLU: 'Relu',
  RMSprop: 'Rmsprop',
  IoU: 'Iou',
};

/** The file of a class without its ending, as the unit itself is called: `MaxPooling2D` is `max-pooling2d`. */
export function goldenFile(className: string): string {
  return snakeCaseClass(
    className.replace(/PReLU|ReLU|RMSprop|IoU/, (word) => words[word] ?? word),
  ).replaceAll('_', '-');
}
