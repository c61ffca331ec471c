// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { activation } from './activation/activation.js';
import { relu } from './activation/relu.js';
import { multiHeadAttention } from './attention/multi-head-attention.js';
import { conv1d } from './convolution/conv1d.js';
import { conv2dTranspose } from './convolution/conv2d-transpose.js';
import { conv2d } from './convolution/conv2d.js';
import { dense } from './core/dense.js';
import { einsumDense } from './core/einsum-dense.js';
import { embedding } from './core/embedding.js';
import { inputLayer } from './core/input-layer.js';
import { masking } from './core/masking.js';
import { add } from './merging/add.js';
import { concatenate } from './merging/concatenate.js';
import { batchNormalization } from './normalization/batch-normalization.js';
import { layerNormalization } from './normalization/layer-normalization.js';
import { averagePooling2d } from './pooling/average-pooling2d.js';
import { globalAveragePooling1d } from './pooling/global-average-pooling1d.js';
import { globalAveragePooling2d } from './pooling/global-average-pooling2d.js';
import { globalMaxPooling2d } from './pooling/global-max-pooling2d.js';
import { maxPooling2d } from './pooling/max-pooling2d.js';
import { categoryEncoding } from './preprocessing/category-encoding.js';
import { discretization } from './preprocessing/discretization.js';
import { hashedCrossing } from './preprocessing/hashed-crossing.js';
import { hashing } from './preprocessing/hashing.js';
import { integerLookup } from './preprocessing/integer-lookup.js';
import { normalization } from './preprocessing/normalization.js';
import { rescaling } from './preprocessing/rescaling.js';
import { stringLookup } from './preprocessing/string-lookup.js';
import { textVectorization } from './preprocessing/text-vectorization.js';
import { bidirectional } from './recurrent/bidirectional.js';
import { gruCell } from './recurrent/gru-cell.js';
import { gru } from './recurrent/gru.js';
import { lstmCell } from './recurrent/lstm-cell.js';
import { lstm } from './recurrent/lstm.js';
import { rnn } from './recurrent/rnn.js';
import { simpleRnnCell } from './recurrent/simple-rnn-cell.js';
import { simpleRnn } from './recurrent/simple-rnn.js';
import { stackedRnnCells } from './recurrent/stacked-rnn-cells.js';
import { timeDistributed } from './recurrent/time-distributed.js';
import { dropout } from './regularization/dropout.js';
import { flatten } from './reshaping/flatten.js';
import { reshape } from './reshaping/reshape.js';

/** Keras' class names of the layers. Look names of users up with `Object.hasOwn`. */
export const classMap: {
  readonly Activation: typeof activation;
  readonly ReLU: typeof relu;
  readonly MultiHeadAttention: typeof multiHeadAttention;
  readonly Conv1D: typeof conv1d;
  readonly Convolution1D: typeof conv1d;
  readonly Conv2DTranspose: typeof conv2dTranspose;
  readonly Convolution2DTranspose: typeof conv2dTranspose;
  readonly Conv2D: typeof conv2d;
  readonly Convolution2D: typeof conv2d;
  readonly Dense: typeof dense;
  readonly EinsumDense: typeof einsumDense;
  readonly Embedding: typeof embedding;
  readonly InputLayer: typeof inputLayer;
  readonly Masking: typeof masking;
  readonly Add: typeof add;
  readonly Concatenate: typeof concatenate;
  readonly BatchNormalization: typeof batchNormalization;
  readonly LayerNormalization: typeof layerNormalization;
  readonly AveragePooling2D: typeof averagePooling2d;
  readonly AvgPool2D: typeof averagePooling2d;
  readonly GlobalAveragePooling1D: typeof globalAveragePooling1d;
  readonly GlobalAvgPool1D: typeof globalAveragePooling1d;
  readonly GlobalAveragePooling2D: typeof globalAveragePooling2d;
  readonly GlobalAvgPool2D: typeof globalAveragePooling2d;
  readonly GlobalMaxPooling2D: typeof globalMaxPooling2d;
  readonly GlobalMaxPool2D: typeof globalMaxPooling2d;
  readonly MaxPooling2D: typeof maxPooling2d;
  readonly MaxPool2D: typeof maxPooling2d;
  readonly CategoryEncoding: typeof categoryEncoding;
  readonly Discretization: typeof discretization;
  readonly HashedCrossing: typeof hashedCrossing;
  readonly Hashing: typeof hashing;
  readonly IntegerLookup: typeof integerLookup;
  readonly Normalization: typeof normalization;
  readonly Rescaling: typeof rescaling;
  readonly StringLookup: typeof stringLookup;
  readonly TextVectorization: typeof textVectorization;
  readonly Bidirectional: typeof bidirectional;
  readonly GRUCell: typeof gruCell;
  readonly GRU: typeof gru;
  readonly LSTMCell: typeof lstmCell;
  readonly LSTM: typeof lstm;
  readonly RNN: typeof rnn;
  readonly SimpleRNNCell: typeof simpleRnnCell;
  readonly SimpleRNN: typeof simpleRnn;
  readonly StackedRNNCells: typeof stackedRnnCells;
  readonly TimeDistributed: typeof timeDistributed;
  readonly Dropout: typeof dropout;
  readonly Flatten: typeof flatten;
  readonly Reshape: typeof reshape;
} = {
  Activation: activation,
  ReLU: relu,
  MultiHeadAttention: multiHeadAttention,
  Conv1D: conv1d,
  Convolution1D: conv1d,
  Conv2DTranspose: conv2dTranspose,
  Convolution2DTranspose: conv2dTranspose,
  Conv2D: conv2d,
  Convolution2D: conv2d,
  Dense: dense,
  EinsumDense: einsumDense,
  Embedding: embedding,
  InputLayer: inputLayer,
  Masking: masking,
  Add: add,
  Concatenate: concatenate,
  BatchNormalization: batchNormalization,
  LayerNormalization: layerNormalization,
  AveragePooling2D: averagePooling2d,
  AvgPool2D: averagePooling2d,
  GlobalAveragePooling1D: globalAveragePooling1d,
  GlobalAvgPool1D: globalAveragePooling1d,
  GlobalAveragePooling2D: globalAveragePooling2d,
  GlobalAvgPool2D: globalAveragePooling2d,
  GlobalMaxPooling2D: globalMaxPooling2d,
  GlobalMaxPool2D: globalMaxPooling2d,
  MaxPooling2D: maxPooling2d,
  MaxPool2D: maxPooling2d,
  CategoryEncoding: categoryEncoding,
  Discretization: discretization,
  HashedCrossing: hashedCrossing,
  Hashing: hashing,
  IntegerLookup: integerLookup,
  Normalization: normalization,
  Rescaling: rescaling,
  StringLookup: stringLookup,
  TextVectorization: textVectorization,
  Bidirectional: bidirectional,
  GRUCell: gruCell,
  GRU: gru,
  LSTMCell: lstmCell,
  LSTM: lstm,
  RNN: rnn,
  SimpleRNNCell: simpleRnnCell,
  SimpleRNN: simpleRnn,
  StackedRNNCells: stackedRnnCells,
  TimeDistributed: timeDistributed,
  Dropout: dropout,
  Flatten: flatten,
  Reshape: reshape,
};
