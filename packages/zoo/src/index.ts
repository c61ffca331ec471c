// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type DigitCnnOptions, digitCnn } from './images/digit-cnn.js';
export { type DigitMlpOptions, digitMlp } from './images/digit-mlp.js';
export { type ModelCard } from './pretrained/model-card.js';
export { type PretrainedName, type Pretrained, pretrained } from './pretrained/pretrained.js';
export { type CausalTransformerOptions, causalTransformer } from './sequences/causal-transformer.js';
export { decodeGreedily } from './sequences/decode-greedily.js';
export { type EncodedAdditions, encodeAdditions, answerAdditions } from './sequences/encode-additions.js';
export { type EncodedNames, encodeNames } from './sequences/encode-names.js';
export { type GenerateNameOptions, generateName } from './sequences/generate-name.js';
export { type GenerateSequenceOptions, generateSequence } from './sequences/generate-sequence.js';
export { type SequenceToSequenceOptions, sequenceToSequence } from './sequences/sequence-to-sequence.js';
export { type TransformerOptions, transformer } from './sequences/transformer.js';
export { withAttentionScores } from './sequences/with-attention-scores.js';
export { type TabularClassifierOptions, tabularClassifier } from './tabular/tabular-classifier.js';
export { type TabularRegressorOptions, tabularRegressor } from './tabular/tabular-regressor.js';
