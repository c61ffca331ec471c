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
  Reached,
  Training,
} from './lesson.js';
export { lessons } from './lessons.js';
export { accuracy } from './measures/accuracy.js';
export { countedSymbolBits } from './measures/counted-symbol-bits.js';
export { exactMatch } from './measures/exact-match.js';
export { largestOfRows } from './measures/largest-of-rows.js';
export { r2 } from './measures/r2.js';
export { symbolBits } from './measures/symbol-bits.js';
