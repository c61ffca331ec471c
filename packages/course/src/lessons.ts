import type { Lesson } from './lesson.js';
import { activationFunctions } from './lessons/activations.js';
import { backpropagation } from './lessons/backpropagation.js';
import { gradientDescent } from './lessons/gradient-descent.js';
import { neuron } from './lessons/neuron.js';
import { regression } from './lessons/regression.js';
import { vanishingGradients } from './lessons/vanishing-gradients.js';

/** The lessons in the order in which they are best followed. */
export const lessons: readonly Lesson[] = [
  neuron,
  gradientDescent,
  backpropagation,
  vanishingGradients,
  activationFunctions,
  regression,
];
