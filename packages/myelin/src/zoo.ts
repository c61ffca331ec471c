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

/** Many narrow hidden layers, then softmax: a network in which gradients vanish, with what cures it to switch on. */
export const deepMlp: typeof zoo.deepMlp = /* @__PURE__ */ withDefaultBackend(zoo.deepMlp);

/** A line with a slope to learn: `z = slope · x`, a linear neuron with one input and no bias. */
export const lineThroughOrigin: typeof zoo.lineThroughOrigin = /* @__PURE__ */ withDefaultBackend(
  zoo.lineThroughOrigin,
);

/** Neurons in a row, each with one input: `a = activation(weight · x + bias)`, where `x` is what the one before says. */
export const neuronChain: typeof zoo.neuronChain = /* @__PURE__ */ withDefaultBackend(zoo.neuronChain);

/** Letters as `letterWriter` learns them: at each point where the pen came from and which letter it is, and where it goes. */
export const encodeLetters: typeof zoo.encodeLetters = /* @__PURE__ */ withDefaultBackend(zoo.encodeLetters);

/** Writes letters, point by point: from where the pen went so far to a mixture of Gaussians for where it goes next, and whether it goes on, lifts or has done. */
export const letterWriter: typeof zoo.letterWriter = /* @__PURE__ */ withDefaultBackend(zoo.letterWriter);

/** How surprised a mixture of Gaussians in the plane is by where a pen moves, in nats a point: `l = -log Σ_j π_j N(dx, dy | μ_j, σ_j, ρ_j) - log p(pen)`. */
export const mixtureDensity: typeof zoo.mixtureDensity = /* @__PURE__ */ withDefaultBackend(
  zoo.mixtureDensity,
);

/** Lets a `letterWriter` write a letter: draws each point from the mixture that the model gives, until it has done. */
export const writeLetter: typeof zoo.writeLetter = /* @__PURE__ */ withDefaultBackend(zoo.writeLetter);

/** The widest classifier of `depth` hidden layers that a budget of parameters allows, to compare shallow with deep at equal cost: hidden layers of `w` units with relu, then softmax. */
export const budgetMlp: typeof zoo.budgetMlp = /* @__PURE__ */ withDefaultBackend(zoo.budgetMlp);

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

/** Says how a series goes on: a recurrent layer reads a window step by step, a linear layer makes its last state the forecast. */
export const forecaster: typeof zoo.forecaster = /* @__PURE__ */ withDefaultBackend(zoo.forecaster);

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

/** Tells of which kind a piece of DNA is: a convolution looks for patterns of twelve letters, an LSTM in both directions reads what it found from place to place, softmax. */
export const spliceClassifier: typeof zoo.spliceClassifier = /* @__PURE__ */ withDefaultBackend(
  zoo.spliceClassifier,
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

/** Reads a text letter by letter and says at every place how likely each letter is to come next. */
export const characterModel: typeof zoo.characterModel = /* @__PURE__ */ withDefaultBackend(
  zoo.characterModel,
);

/** Lets a model of letters write on from a beginning: it reads the prompt, draws a letter by the probabilities `softmax(log p / temperature)`, reads that one, and so on. */
export const generateText: typeof zoo.generateText = /* @__PURE__ */ withDefaultBackend(zoo.generateText);

/** A model of the numbers of words as one that takes texts: `textVectorization` with a vocabulary, and the layers of the model, whose weights it shares. */
export const onTexts: typeof zoo.onTexts = /* @__PURE__ */ withDefaultBackend(zoo.onTexts);

/** Tells praise from blame: a vector for each word, an LSTM that reads them, and one unit with a sigmoid. */
export const sentimentClassifier: typeof zoo.sentimentClassifier = /* @__PURE__ */ withDefaultBackend(
  zoo.sentimentClassifier,
);

/** Probabilities made sharper or flatter: `softmax(log p / temperature)`. */
export const temperedProbabilities: typeof zoo.temperedProbabilities = /* @__PURE__ */ withDefaultBackend(
  zoo.temperedProbabilities,
);

export type {
  Autoencoder,
  AutoencoderOptions,
  ConvolutionalAutoencoderOptions,
  VariationalAutoencoderOptions,
  VariationalAutoencoderFactory,
  DeepBeliefNetworkOptions,
  FillMissingOptions,
  RestrictedBoltzmannMachineOptions,
  SampleOptions,
  Samples,
  DeepMlpOptions,
  LineThroughOriginOptions,
  NeuronChainOptions,
  PenLetter,
  EncodedLetters,
  LetterWriterOptions,
  MixtureDensityConfig,
  WriteLetterOptions,
  WrittenStrokes,
  BudgetMlpOptions,
  DigitCnnOptions,
  DigitMlpOptions,
  ImageCnnOptions,
  PhotoCnnOptions,
  ModelCard,
  PretrainedName,
  Pretrained,
  CausalTransformerOptions,
  EncodedAdditions,
  EncodedNames,
  ForecasterOptions,
  GenerateNameOptions,
  GenerateSequenceOptions,
  SequenceToSequenceOptions,
  SpliceClassifierOptions,
  TransformerOptions,
  TabularClassifierOptions,
  TabularRegressorOptions,
  CharacterModelOptions,
  GenerateTextOptions,
  OnTextsOptions,
  SentimentClassifierOptions,
} from '@myelin/zoo';
