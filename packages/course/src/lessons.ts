import type { Lesson } from './lesson.js';
import { activationFunctions } from './lessons/activations.js';
import { attention } from './lessons/attention.js';
import { autoencoders } from './lessons/autoencoders.js';
import { backpropagation } from './lessons/backpropagation.js';
import { boltzmann } from './lessons/boltzmann.js';
import { classification } from './lessons/classification.js';
import { cnn } from './lessons/cnn.js';
import { genomes } from './lessons/genomes.js';
import { gradientDescent } from './lessons/gradient-descent.js';
import { handwriting } from './lessons/handwriting.js';
import { neuron } from './lessons/neuron.js';
import { regression } from './lessons/regression.js';
import { sentiment } from './lessons/sentiment.js';
import { shallowDeep } from './lessons/shallow-deep.js';
import { textGeneration } from './lessons/text-generation.js';
import { timeSeries } from './lessons/time-series.js';
import { vanishingGradients } from './lessons/vanishing-gradients.js';

/** The lessons in the order in which they are best followed. */
export const lessons: readonly Lesson[] = [
  neuron,
  gradientDescent,
  backpropagation,
  vanishingGradients,
  activationFunctions,
  regression,
  classification,
  shallowDeep,
  cnn,
  timeSeries,
  textGeneration,
  sentiment,
  genomes,
  handwriting,
  autoencoders,
  boltzmann,
  attention,
];
