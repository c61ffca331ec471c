// Written by scripts/generate-indexes.mjs from the files in packages/zoo: change those instead.

import * as zoo from '@myelin/zoo';
import { withDefaultBackend } from './default-backend.js';

/** Tells what an image shows: 2x2 convolutions with relu, each followed by 2x2 max pooling, a dense layer, softmax. */
export const digitCnn: typeof zoo.digitCnn = /* @__PURE__ */ withDefaultBackend(zoo.digitCnn);

/** Tells what an image shows, taking its pixels as one vector: hidden layers with relu, then softmax. */
export const digitMlp: typeof zoo.digitMlp = /* @__PURE__ */ withDefaultBackend(zoo.digitMlp);

/** A model that this project trained, compiled, ready to predict or to learn on. */
export const pretrained: typeof zoo.pretrained = /* @__PURE__ */ withDefaultBackend(zoo.pretrained);

/** Says at every place of a sequence how likely each symbol is to come next, by attention to all that came before. */
export const causalTransformer: typeof zoo.causalTransformer = /* @__PURE__ */ withDefaultBackend(
  zoo.causalTransformer,
);

/** What a model says to sources, one symbol after another: the likeliest at each place, which then is given for the next. */
export const decodeGreedily: typeof zoo.decodeGreedily = /* @__PURE__ */ withDefaultBackend(
  zoo.decodeGreedily,
);

/** Additions as numbers of symbols: the digits, and 10 for the `+` and for the start of an answer. */
export const encodeAdditions: typeof zoo.encodeAdditions = /* @__PURE__ */ withDefaultBackend(
  zoo.encodeAdditions,
);

/** What a model answers to additions. */
export const answerAdditions: typeof zoo.answerAdditions = /* @__PURE__ */ withDefaultBackend(
  zoo.answerAdditions,
);

/** Names of the letters a to z as numbers from 1 to 26; 0 stands before the first letter and after the last one. */
export const encodeNames: typeof zoo.encodeNames = /* @__PURE__ */ withDefaultBackend(zoo.encodeNames);

/** Lets a model that has learned names from `encodeNames` write one, letter by letter. */
export const generateName: typeof zoo.generateName = /* @__PURE__ */ withDefaultBackend(zoo.generateName);

/** Lets a model write a sequence, symbol by symbol, each drawn by `softmax(log p / temperature)`. */
export const generateSequence: typeof zoo.generateSequence = /* @__PURE__ */ withDefaultBackend(
  zoo.generateSequence,
);

/** Turns one sequence into another with recurrent layers: one reads the source in both directions, one reads what was said so far, and asks for what it needs; attention answers; a third one says the next symbol. */
export const sequenceToSequence: typeof zoo.sequenceToSequence = /* @__PURE__ */ withDefaultBackend(
  zoo.sequenceToSequence,
);

/** Turns one sequence into another by attention alone: an encoder that reads the source, and a decoder that says the target symbol by symbol, looking at the source and at what it has said. */
export const transformer: typeof zoo.transformer = /* @__PURE__ */ withDefaultBackend(zoo.transformer);

/** A model on the same weights that also tells what it looks at: after the outputs of `model` come the scores of each attention that returns them. */
export const withAttentionScores: typeof zoo.withAttentionScores = /* @__PURE__ */ withDefaultBackend(
  zoo.withAttentionScores,
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
  CausalTransformerOptions,
  EncodedAdditions,
  EncodedNames,
  GenerateNameOptions,
  GenerateSequenceOptions,
  SequenceToSequenceOptions,
  TransformerOptions,
  TabularClassifierOptions,
  TabularRegressorOptions,
} from '@myelin/zoo';
