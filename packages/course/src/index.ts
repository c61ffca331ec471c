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
export type {
  Asked,
  Figure,
  Inputs,
  Lesson,
  LessonData,
  LessonExamples,
  LessonIo,
  Measure,
  MeasurePredictions,
  Reached,
  Training,
} from './lesson.js';
export { lessons } from './lessons.js';
export { type BalancedAccuracyConfig, balancedAccuracy } from './lessons/classification/balanced-accuracy.js';
export { accuracy } from './measures/accuracy.js';
export { classSurprise } from './measures/class-surprise.js';
export { countedBits } from './measures/counted-bits.js';
export { countedSymbolBits } from './measures/counted-symbol-bits.js';
export { exactMatch } from './measures/exact-match.js';
export { largestDifference } from './measures/largest-difference.js';
export { largestOfRows } from './measures/largest-of-rows.js';
export { meanSquaredError } from './measures/mean-squared-error.js';
export { r2 } from './measures/r2.js';
export { signalGain } from './measures/signal-gain.js';
export { symbolBits } from './measures/symbol-bits.js';
export { gradientName, watchGradients } from './measures/watch-gradients.js';
export { type ForecastTask, type PreparedForecast, prepareForecast } from './series/forecast-task.js';
export { forecastTasks } from './series/forecast-tasks.js';
