// Written by scripts/generate-indexes.mjs from the files in packages/zoo: change those instead.

import * as zoo from '@myelin/zoo';
import { withDefaultBackend } from './default-backend.js';

/** Tells what an image shows: 2x2 convolutions with relu, each followed by 2x2 max pooling, a dense layer, softmax. */
export const digitCnn: typeof zoo.digitCnn = /* @__PURE__ */ withDefaultBackend(zoo.digitCnn);

/** Tells what an image shows, taking its pixels as one vector: hidden layers with relu, then softmax. */
export const digitMlp: typeof zoo.digitMlp = /* @__PURE__ */ withDefaultBackend(zoo.digitMlp);

/** A model that this project trained, compiled, ready to predict or to learn on. */
export const pretrained: typeof zoo.pretrained = /* @__PURE__ */ withDefaultBackend(zoo.pretrained);

/** Says how a series goes on: a recurrent layer reads a window step by step, a linear layer makes its last state the forecast. */
export const forecaster: typeof zoo.forecaster = /* @__PURE__ */ withDefaultBackend(zoo.forecaster);

/** Tells of which kind a piece of DNA is: a convolution looks for patterns of twelve letters, an LSTM in both directions reads what it found from place to place, softmax. */
export const spliceClassifier: typeof zoo.spliceClassifier = /* @__PURE__ */ withDefaultBackend(
  zoo.spliceClassifier,
);

/** Tells classes apart by the columns of a table: hidden layers with relu, then softmax. */
export const tabularClassifier: typeof zoo.tabularClassifier = /* @__PURE__ */ withDefaultBackend(
  zoo.tabularClassifier,
);

/** Predicts one number from the columns of a table: hidden layers with relu, then one linear unit. */
export const tabularRegressor: typeof zoo.tabularRegressor = /* @__PURE__ */ withDefaultBackend(
  zoo.tabularRegressor,
);

export type {
  DigitCnnOptions,
  DigitMlpOptions,
  ModelCard,
  PretrainedName,
  Pretrained,
  ForecasterOptions,
  SpliceClassifierOptions,
  TabularClassifierOptions,
  TabularRegressorOptions,
} from '@myelin/zoo';
