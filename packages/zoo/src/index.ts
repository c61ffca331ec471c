// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

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
export { type DigitCnnOptions, digitCnn } from './images/digit-cnn.js';
export { type DigitMlpOptions, digitMlp } from './images/digit-mlp.js';
export { type ModelCard } from './pretrained/model-card.js';
export { type PretrainedName, type Pretrained, pretrained } from './pretrained/pretrained.js';
export { type TabularClassifierOptions, tabularClassifier } from './tabular/tabular-classifier.js';
export { type TabularRegressorOptions, tabularRegressor } from './tabular/tabular-regressor.js';
