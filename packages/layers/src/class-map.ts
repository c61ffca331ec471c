// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { activation } from './activation/activation.js';
import { elu } from './activation/elu.js';
import { leakyRelu } from './activation/leaky-relu.js';
import { prelu } from './activation/prelu.js';
import { relu } from './activation/relu.js';
import { softmax } from './activation/softmax.js';
import { additiveAttention } from './attention/additive-attention.js';
import { attention } from './attention/attention.js';
import { groupQueryAttention } from './attention/group-query-attention.js';
import { multiHeadAttention } from './attention/multi-head-attention.js';
import { conv1d } from './convolution/conv1d.js';
import { conv2dTranspose } from './convolution/conv2d-transpose.js';
import { conv2d } from './convolution/conv2d.js';
import { dense } from './core/dense.js';
import { einsumDense } from './core/einsum-dense.js';
import { embedding } from './core/embedding.js';
import { identity } from './core/identity.js';
import { inputLayer } from './core/input-layer.js';
import { masking } from './core/masking.js';
import { add } from './merging/add.js';
import { concatenate } from './merging/concatenate.js';
import { batchNormalization } from './normalization/batch-normalization.js';
import { groupNormalization } from './normalization/group-normalization.js';
import { layerNormalization } from './normalization/layer-normalization.js';
import { rmsNormalization } from './normalization/rms-normalization.js';
import { spectralNormalization } from './normalization/spectral-normalization.js';
import { unitNormalization } from './normalization/unit-normalization.js';
import { averagePooling2d } from './pooling/average-pooling2d.js';
import { globalAveragePooling1d } from './pooling/global-average-pooling1d.js';
import { globalAveragePooling2d } from './pooling/global-average-pooling2d.js';
import { globalMaxPooling2d } from './pooling/global-max-pooling2d.js';
import { maxPooling2d } from './pooling/max-pooling2d.js';
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
import { activityRegularization } from './regularization/activity-regularization.js';
import { alphaDropout } from './regularization/alpha-dropout.js';
import { dropout } from './regularization/dropout.js';
import { gaussianDropout } from './regularization/gaussian-dropout.js';
import { gaussianNoise } from './regularization/gaussian-noise.js';
import { spatialDropout1d } from './regularization/spatial-dropout1d.js';
import { spatialDropout2d } from './regularization/spatial-dropout2d.js';
import { spatialDropout3d } from './regularization/spatial-dropout3d.js';
import { flatten } from './reshaping/flatten.js';
import { reshape } from './reshaping/reshape.js';

/** Keras' class names of the layers. Look names of users up with `Object.hasOwn`. */
export const classMap: {
  readonly Activation: typeof activation;
  readonly ELU: typeof elu;
  readonly LeakyReLU: typeof leakyRelu;
  readonly PReLU: typeof prelu;
  readonly ReLU: typeof relu;
  readonly Softmax: typeof softmax;
  readonly AdditiveAttention: typeof additiveAttention;
  readonly Attention: typeof attention;
  readonly GroupQueryAttention: typeof groupQueryAttention;
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
  readonly Identity: typeof identity;
  readonly InputLayer: typeof inputLayer;
  readonly Masking: typeof masking;
  readonly Add: typeof add;
  readonly Concatenate: typeof concatenate;
  readonly BatchNormalization: typeof batchNormalization;
  readonly GroupNormalization: typeof groupNormalization;
  readonly LayerNormalization: typeof layerNormalization;
  readonly RMSNormalization: typeof rmsNormalization;
  readonly SpectralNormalization: typeof spectralNormalization;
  readonly UnitNormalization: typeof unitNormalization;
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
  readonly ActivityRegularization: typeof activityRegularization;
  readonly AlphaDropout: typeof alphaDropout;
  readonly Dropout: typeof dropout;
  readonly GaussianDropout: typeof gaussianDropout;
  readonly GaussianNoise: typeof gaussianNoise;
  readonly SpatialDropout1D: typeof spatialDropout1d;
  readonly SpatialDropout2D: typeof spatialDropout2d;
  readonly SpatialDropout3D: typeof spatialDropout3d;
  readonly Flatten: typeof flatten;
  readonly Reshape: typeof reshape;
} = {
  Activation: activation,
  ELU: elu,
  LeakyReLU: leakyRelu,
  PReLU: prelu,
  ReLU: relu,
  Softmax: softmax,
  AdditiveAttention: additiveAttention,
  Attention: attention,
  GroupQueryAttention: groupQueryAttention,
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
  Identity: identity,
  InputLayer: inputLayer,
  Masking: masking,
  Add: add,
  Concatenate: concatenate,
  BatchNormalization: batchNormalization,
  GroupNormalization: groupNormalization,
  LayerNormalization: layerNormalization,
  RMSNormalization: rmsNormalization,
  SpectralNormalization: spectralNormalization,
  UnitNormalization: unitNormalization,
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
  ActivityRegularization: activityRegularization,
  AlphaDropout: alphaDropout,
  Dropout: dropout,
  GaussianDropout: gaussianDropout,
  GaussianNoise: gaussianNoise,
  SpatialDropout1D: spatialDropout1d,
  SpatialDropout2D: spatialDropout2d,
  SpatialDropout3D: spatialDropout3d,
  Flatten: flatten,
  Reshape: reshape,
};
