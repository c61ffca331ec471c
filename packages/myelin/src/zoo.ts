// Written by scripts/generate-indexes.mjs from the files in packages/zoo: change those instead.

import * as zoo from '@myelin/zoo';
import { withDefaultBackend } from './default-backend.js';

/** The widest classifier of `depth` hidden layers that a budget of parameters allows, to compare shallow with deep at equal cost: hidden layers of `w` units with relu, then softmax. */
export const budgetMlp: typeof zoo.budgetMlp = /* @__PURE__ */ withDefaultBackend(zoo.budgetMlp);

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
  BudgetMlpOptions,
  DigitCnnOptions,
  DigitMlpOptions,
  ModelCard,
  PretrainedName,
  Pretrained,
  TabularClassifierOptions,
  TabularRegressorOptions,
} from '@myelin/zoo';
