export { type Backward, type Slopes, backward, descend } from './by-hand/backward.js';
export { type LinearLayer, applyLinear, collapse } from './by-hand/collapse.js';
export { type Neuron, type Signal, forward } from './by-hand/forward.js';
export {
  type ScalarActivationName,
  type ScalarFunction,
  scalarActivations,
} from './by-hand/scalar-activations.js';
export { type LinePoints, curvature, linePoints, slopeAfter } from './by-hand/slope-descent.js';
export { softmaxOf, softmaxSlopes } from './by-hand/softmax-of.js';
export { type WorkedExample, workedExample } from './by-hand/worked-example.js';
export { flatDigits } from './data/flat-digits.js';
export { type Judged, formatAsked, formatValue, judge } from './judge.js';
export { kerasFigures } from './keras-figures.js';
export { type Learned, inOneLine, learn, learnFromSeeds } from './learn.js';
export type { Asked, Figure, Lesson, LessonIo, Measure, Reached, Training } from './lesson.js';
export { lessons } from './lessons.js';
export { accuracy } from './measures/accuracy.js';
export { largestDifference } from './measures/largest-difference.js';
export { largestOfRows } from './measures/largest-of-rows.js';
export { r2 } from './measures/r2.js';
export { gradientName, watchGradients } from './measures/watch-gradients.js';
