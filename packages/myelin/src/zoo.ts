// Written by scripts/generate-indexes.mjs from the files in packages/zoo: change those instead.

import * as zoo from '@myelin/zoo';
import { withDefaultBackend } from './default-backend.js';

/** Tells what an image shows: 2x2 convolutions with relu, each followed by 2x2 max pooling, a dense layer, softmax. */
export const digitCnn: typeof zoo.digitCnn = /* @__PURE__ */ withDefaultBackend(zoo.digitCnn);

/** Tells what an image shows, taking its pixels as one vector: hidden layers with relu, then softmax. */
export const digitMlp: typeof zoo.digitMlp = /* @__PURE__ */ withDefaultBackend(zoo.digitMlp);

/** Tells what a small image shows: 3x3 convolutions with relu, 2x2 max pooling and batch normalization, then dropout and softmax. */
export const imageCnn: typeof zoo.imageCnn = /* @__PURE__ */ withDefaultBackend(zoo.imageCnn);

/** Tells what a photo shows, learned from few: in training every photo is mirrored, turned, zoomed and moved at random, so that none is seen twice. */
export const photoCnn: typeof zoo.photoCnn = /* @__PURE__ */ withDefaultBackend(zoo.photoCnn);

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
  DigitCnnOptions,
  DigitMlpOptions,
  ImageCnnOptions,
  PhotoCnnOptions,
  ModelCard,
  PretrainedName,
  Pretrained,
  TabularClassifierOptions,
  TabularRegressorOptions,
} from '@myelin/zoo';
