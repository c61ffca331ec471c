// Written by scripts/generate-indexes.mjs from the files in packages/zoo: change those instead.

import * as zoo from '@myelin/zoo';
import { withDefaultBackend } from './default-backend.js';

/** Machines on top of each other, trained one after another: each learns what the hidden units of the one below do. */
export const deepBeliefNetwork: typeof zoo.deepBeliefNetwork = /* @__PURE__ */ withDefaultBackend(
  zoo.deepBeliefNetwork,
);

/** Fills in what is missing by what a machine expects there: the mean of the missing units, given all others. */
export const fillMissing: typeof zoo.fillMissing = /* @__PURE__ */ withDefaultBackend(zoo.fillMissing);

/** How unlikely a machine finds data: `F(v) = -b·v - Σ softplus(c + v W)`, so that `p(v) = exp(-F(v)) / Z`. */
export const freeEnergy: typeof zoo.freeEnergy = /* @__PURE__ */ withDefaultBackend(zoo.freeEnergy);

/** Dense layers with sigmoid that compute what the hidden units of machines do: what a network starts from instead of random weights. */
export const machineLayers: typeof zoo.machineLayers = /* @__PURE__ */ withDefaultBackend(zoo.machineLayers);

/** How likely each visible unit is, given all others: an estimate of `Σ ln p(vᵢ | all other v)`, in nats. */
export const pseudoLogLikelihood: typeof zoo.pseudoLogLikelihood = /* @__PURE__ */ withDefaultBackend(
  zoo.pseudoLogLikelihood,
);

/** What a machine makes of data: the means of the visible units, given the chances of the hidden units that these data give. */
export const reconstruct: typeof zoo.reconstruct = /* @__PURE__ */ withDefaultBackend(zoo.reconstruct);

/** A restricted Boltzmann machine: a distribution over visible units, learned with hidden units that each see all of them. */
export const restrictedBoltzmannMachine: typeof zoo.restrictedBoltzmannMachine =
  /* @__PURE__ */ withDefaultBackend(zoo.restrictedBoltzmannMachine);

/** Lets a machine dream: draws all hidden units when the visible ones are known, then all visible ones, and so on (Gibbs sampling). After many steps what it draws is distributed as it believes that data are. */
export const sample: typeof zoo.sample = /* @__PURE__ */ withDefaultBackend(zoo.sample);

/** Tells what an image shows: 2x2 convolutions with relu, each followed by 2x2 max pooling, a dense layer, softmax. */
export const digitCnn: typeof zoo.digitCnn = /* @__PURE__ */ withDefaultBackend(zoo.digitCnn);

/** Tells what an image shows, taking its pixels as one vector: hidden layers with relu, then softmax. */
export const digitMlp: typeof zoo.digitMlp = /* @__PURE__ */ withDefaultBackend(zoo.digitMlp);

/** A model that this project trained, compiled, ready to predict or to learn on. */
export const pretrained: typeof zoo.pretrained = /* @__PURE__ */ withDefaultBackend(zoo.pretrained);

/** Tells classes apart by the columns of a table: hidden layers with relu, then softmax. */
export const tabularClassifier: typeof zoo.tabularClassifier = /* @__PURE__ */ withDefaultBackend(
  zoo.tabularClassifier,
);

/** Predicts one number from the columns of a table: hidden layers with relu, then one linear unit. */
export const tabularRegressor: typeof zoo.tabularRegressor = /* @__PURE__ */ withDefaultBackend(
  zoo.tabularRegressor,
);

export type {
  DeepBeliefNetworkOptions,
  FillMissingOptions,
  RestrictedBoltzmannMachineOptions,
  SampleOptions,
  Samples,
  DigitCnnOptions,
  DigitMlpOptions,
  ModelCard,
  PretrainedName,
  Pretrained,
  TabularClassifierOptions,
  TabularRegressorOptions,
} from '@myelin/zoo';
