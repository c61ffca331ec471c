// Written by scripts/generate-indexes.mjs from the files in packages/zoo: change those instead.

import * as zoo from '@myelin/zoo';
import { withDefaultBackend } from './default-backend.js';

/** Many narrow hidden layers, then softmax: a network in which gradients vanish, with what cures it to switch on. */
export const deepMlp: typeof zoo.deepMlp = /* @__PURE__ */ withDefaultBackend(zoo.deepMlp);

/** A line with a slope to learn: `z = slope · x`, a linear neuron with one input and no bias. */
export const lineThroughOrigin: typeof zoo.lineThroughOrigin = /* @__PURE__ */ withDefaultBackend(
  zoo.lineThroughOrigin,
);

/** Neurons in a row, each with one input: `a = activation(weight · x + bias)`, where `x` is what the one before says. */
export const neuronChain: typeof zoo.neuronChain = /* @__PURE__ */ withDefaultBackend(zoo.neuronChain);

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
  DeepMlpOptions,
  LineThroughOriginOptions,
  NeuronChainOptions,
  DigitCnnOptions,
  DigitMlpOptions,
  ModelCard,
  PretrainedName,
  Pretrained,
  TabularClassifierOptions,
  TabularRegressorOptions,
} from '@myelin/zoo';
