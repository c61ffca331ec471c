// Written by scripts/generate-indexes.mjs from the files in packages/zoo: change those instead.

import * as zoo from '@myelin/zoo';
import { withDefaultBackend } from './default-backend.js';

/** The halves of an autoencoder that was loaded from a file, as those of a new one: its layers `encoder` and `decoder`. */
export const asAutoencoder: typeof zoo.asAutoencoder = /* @__PURE__ */ withDefaultBackend(zoo.asAutoencoder);

/** Presses an image into a few numbers and makes it again from these: dense layers with relu, a linear code, dense layers with relu, and a sigmoid for each pixel. */
export const autoencoder: typeof zoo.autoencoder = /* @__PURE__ */ withDefaultBackend(zoo.autoencoder);

/** An autoencoder that knows which pixels are neighbours: 3x3 convolutions with relu and 2x2 max pooling, a linear code, transposed convolutions that double the side, and a sigmoid for each pixel. */
export const convolutionalAutoencoder: typeof zoo.convolutionalAutoencoder =
  /* @__PURE__ */ withDefaultBackend(zoo.convolutionalAutoencoder);

/** An autoencoder whose codes fill the space: its encoder says a normal distribution for each image, and codes drawn from `N(0, I)` are decoded to new images. */
export const variationalAutoencoder: typeof zoo.variationalAutoencoder = /* @__PURE__ */ withDefaultBackend(
  zoo.variationalAutoencoder,
);

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
  Autoencoder,
  AutoencoderOptions,
  ConvolutionalAutoencoderOptions,
  VariationalAutoencoderOptions,
  VariationalAutoencoderFactory,
  DigitCnnOptions,
  DigitMlpOptions,
  ModelCard,
  PretrainedName,
  Pretrained,
  TabularClassifierOptions,
  TabularRegressorOptions,
} from '@myelin/zoo';
