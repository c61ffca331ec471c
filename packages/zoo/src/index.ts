// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type DeepMlpOptions, deepMlp } from './foundations/deep-mlp.js';
export { type LineThroughOriginOptions, lineThroughOrigin } from './foundations/line-through-origin.js';
export { type NeuronChainOptions, neuronChain } from './foundations/neuron-chain.js';
export { type DigitCnnOptions, digitCnn } from './images/digit-cnn.js';
export { type DigitMlpOptions, digitMlp } from './images/digit-mlp.js';
export { type ModelCard } from './pretrained/model-card.js';
export { type PretrainedName, type Pretrained, pretrained } from './pretrained/pretrained.js';
export { type TabularClassifierOptions, tabularClassifier } from './tabular/tabular-classifier.js';
export { type TabularRegressorOptions, tabularRegressor } from './tabular/tabular-regressor.js';
