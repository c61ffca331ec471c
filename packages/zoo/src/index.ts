// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type Autoencoder, asAutoencoder } from './autoencoders/as-autoencoder.js';
export { type AutoencoderOptions, autoencoder } from './autoencoders/autoencoder.js';
export {
  type ConvolutionalAutoencoderOptions,
  convolutionalAutoencoder,
} from './autoencoders/convolutional-autoencoder.js';
export {
  type VariationalAutoencoderOptions,
  type VariationalAutoencoderFactory,
  variationalAutoencoder,
} from './autoencoders/variational-autoencoder.js';
export { type DeepBeliefNetworkOptions, deepBeliefNetwork } from './boltzmann/deep-belief-network.js';
export { type FillMissingOptions, fillMissing } from './boltzmann/fill-missing.js';
export { freeEnergy } from './boltzmann/free-energy.js';
export { machineLayers } from './boltzmann/machine-layers.js';
export { pseudoLogLikelihood } from './boltzmann/pseudo-log-likelihood.js';
export { reconstruct } from './boltzmann/reconstruct.js';
export {
  type RestrictedBoltzmannMachineOptions,
  restrictedBoltzmannMachine,
} from './boltzmann/restricted-boltzmann-machine.js';
export { type SampleOptions, type Samples, sample } from './boltzmann/sample.js';
export { type DeepMlpOptions, deepMlp } from './foundations/deep-mlp.js';
export { type LineThroughOriginOptions, lineThroughOrigin } from './foundations/line-through-origin.js';
export { type NeuronChainOptions, neuronChain } from './foundations/neuron-chain.js';
export { type PenLetter, type EncodedLetters, encodeLetters } from './handwriting/encode-letters.js';
export { type LetterWriterOptions, letterWriter } from './handwriting/letter-writer.js';
export { type MixtureDensityConfig, mixtureDensity } from './handwriting/mixture-density.js';
export { type WriteLetterOptions, type WrittenStrokes, writeLetter } from './handwriting/write-letter.js';
export { type BudgetMlpOptions, budgetMlp } from './images/budget-mlp.js';
export { type DigitCnnOptions, digitCnn } from './images/digit-cnn.js';
export { type DigitMlpOptions, digitMlp } from './images/digit-mlp.js';
export { type ImageCnnOptions, imageCnn } from './images/image-cnn.js';
export { type PhotoCnnOptions, photoCnn } from './images/photo-cnn.js';
export { type ModelCard } from './pretrained/model-card.js';
export { type PretrainedName, type Pretrained, pretrained } from './pretrained/pretrained.js';
export { type CausalTransformerOptions, causalTransformer } from './sequences/causal-transformer.js';
export { decodeGreedily } from './sequences/decode-greedily.js';
export { type EncodedAdditions, encodeAdditions, answerAdditions } from './sequences/encode-additions.js';
export { type EncodedNames, encodeNames } from './sequences/encode-names.js';
export { type ForecasterOptions, forecaster } from './sequences/forecaster.js';
export { type GenerateNameOptions, generateName } from './sequences/generate-name.js';
export { type GenerateSequenceOptions, generateSequence } from './sequences/generate-sequence.js';
export { type SequenceToSequenceOptions, sequenceToSequence } from './sequences/sequence-to-sequence.js';
export { type SpliceClassifierOptions, spliceClassifier } from './sequences/splice-classifier.js';
export { type TransformerOptions, transformer } from './sequences/transformer.js';
export { withAttentionScores } from './sequences/with-attention-scores.js';
export { type TabularClassifierOptions, tabularClassifier } from './tabular/tabular-classifier.js';
export { type TabularRegressorOptions, tabularRegressor } from './tabular/tabular-regressor.js';
export { type CharacterModelOptions, characterModel } from './text/character-model.js';
export { type GenerateTextOptions, generateText } from './text/generate-text.js';
export { type OnTextsOptions, onTexts } from './text/on-texts.js';
export { type SentimentClassifierOptions, sentimentClassifier } from './text/sentiment-classifier.js';
export { temperedProbabilities } from './text/tempered-probabilities.js';
