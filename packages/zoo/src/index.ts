// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type DigitCnnOptions, digitCnn } from './images/digit-cnn.js';
export { type DigitMlpOptions, digitMlp } from './images/digit-mlp.js';
export { type ModelCard } from './pretrained/model-card.js';
export { type PretrainedName, type Pretrained, pretrained } from './pretrained/pretrained.js';
export { type ForecasterOptions, forecaster } from './sequences/forecaster.js';
export { type SpliceClassifierOptions, spliceClassifier } from './sequences/splice-classifier.js';
export { type TabularClassifierOptions, tabularClassifier } from './tabular/tabular-classifier.js';
export { type TabularRegressorOptions, tabularRegressor } from './tabular/tabular-regressor.js';
