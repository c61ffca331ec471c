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
import { conv1dTranspose } from './convolution/conv1d-transpose.js';
import { conv1d } from './convolution/conv1d.js';
import { conv2dTranspose } from './convolution/conv2d-transpose.js';
import { conv2d } from './convolution/conv2d.js';
import { conv3dTranspose } from './convolution/conv3d-transpose.js';
import { conv3d } from './convolution/conv3d.js';
import { depthwiseConv1d } from './convolution/depthwise-conv1d.js';
import { depthwiseConv2d } from './convolution/depthwise-conv2d.js';
import { separableConv1d } from './convolution/separable-conv1d.js';
import { separableConv2d } from './convolution/separable-conv2d.js';
import { dense } from './core/dense.js';
import { einsumDense } from './core/einsum-dense.js';
import { embedding } from './core/embedding.js';
import { identity } from './core/identity.js';
import { inputLayer } from './core/input-layer.js';
import { lambda } from './core/lambda.js';
import { masking } from './core/masking.js';
import { reversibleEmbedding } from './core/reversible-embedding.js';
import { augMix } from './image-preprocessing/aug-mix.js';
import { autoContrast } from './image-preprocessing/auto-contrast.js';
import { centerCrop } from './image-preprocessing/center-crop.js';
import { contrastLimitedAdaptiveHistogramEqualization } from './image-preprocessing/contrast-limited-adaptive-histogram-equalization.js';
import { cutMix } from './image-preprocessing/cut-mix.js';
import { equalization } from './image-preprocessing/equalization.js';
import { maxNumBoundingBoxes } from './image-preprocessing/max-num-bounding-boxes.js';
import { mixUp } from './image-preprocessing/mix-up.js';
import { randAugment } from './image-preprocessing/rand-augment.js';
import { randomBrightness } from './image-preprocessing/random-brightness.js';
import { randomColorDegeneration } from './image-preprocessing/random-color-degeneration.js';
import { randomColorJitter } from './image-preprocessing/random-color-jitter.js';
import { randomContrast } from './image-preprocessing/random-contrast.js';
import { randomCrop } from './image-preprocessing/random-crop.js';
import { randomElasticTransform } from './image-preprocessing/random-elastic-transform.js';
import { randomErasing } from './image-preprocessing/random-erasing.js';
import { randomFlip } from './image-preprocessing/random-flip.js';
import { randomGaussianBlur } from './image-preprocessing/random-gaussian-blur.js';
import { randomGrayscale } from './image-preprocessing/random-grayscale.js';
import { randomHue } from './image-preprocessing/random-hue.js';
import { randomInvert } from './image-preprocessing/random-invert.js';
import { randomPerspective } from './image-preprocessing/random-perspective.js';
import { randomPosterization } from './image-preprocessing/random-posterization.js';
import { randomRotation } from './image-preprocessing/random-rotation.js';
import { randomSaturation } from './image-preprocessing/random-saturation.js';
import { randomSharpness } from './image-preprocessing/random-sharpness.js';
import { randomShear } from './image-preprocessing/random-shear.js';
import { randomTranslation } from './image-preprocessing/random-translation.js';
import { randomZoom } from './image-preprocessing/random-zoom.js';
import { resizing } from './image-preprocessing/resizing.js';
import { solarization } from './image-preprocessing/solarization.js';
import { add } from './merging/add.js';
import { average } from './merging/average.js';
import { concatenate } from './merging/concatenate.js';
import { dot } from './merging/dot.js';
import { maximum } from './merging/maximum.js';
import { minimum } from './merging/minimum.js';
import { multiply } from './merging/multiply.js';
import { subtract } from './merging/subtract.js';
import { batchNormalization } from './normalization/batch-normalization.js';
import { groupNormalization } from './normalization/group-normalization.js';
import { layerNormalization } from './normalization/layer-normalization.js';
import { rmsNormalization } from './normalization/rms-normalization.js';
import { spectralNormalization } from './normalization/spectral-normalization.js';
import { unitNormalization } from './normalization/unit-normalization.js';
import { adaptiveAveragePooling1d } from './pooling/adaptive-average-pooling1d.js';
import { adaptiveAveragePooling2d } from './pooling/adaptive-average-pooling2d.js';
import { adaptiveAveragePooling3d } from './pooling/adaptive-average-pooling3d.js';
import { adaptiveMaxPooling1d } from './pooling/adaptive-max-pooling1d.js';
import { adaptiveMaxPooling2d } from './pooling/adaptive-max-pooling2d.js';
import { adaptiveMaxPooling3d } from './pooling/adaptive-max-pooling3d.js';
import { averagePooling1d } from './pooling/average-pooling1d.js';
import { averagePooling2d } from './pooling/average-pooling2d.js';
import { averagePooling3d } from './pooling/average-pooling3d.js';
import { globalAveragePooling1d } from './pooling/global-average-pooling1d.js';
import { globalAveragePooling2d } from './pooling/global-average-pooling2d.js';
import { globalAveragePooling3d } from './pooling/global-average-pooling3d.js';
import { globalMaxPooling1d } from './pooling/global-max-pooling1d.js';
import { globalMaxPooling2d } from './pooling/global-max-pooling2d.js';
import { globalMaxPooling3d } from './pooling/global-max-pooling3d.js';
import { maxPooling1d } from './pooling/max-pooling1d.js';
import { maxPooling2d } from './pooling/max-pooling2d.js';
import { maxPooling3d } from './pooling/max-pooling3d.js';
import { categoryEncoding } from './preprocessing/category-encoding.js';
import { discretization } from './preprocessing/discretization.js';
import { hashedCrossing } from './preprocessing/hashed-crossing.js';
import { hashing } from './preprocessing/hashing.js';
import { integerLookup } from './preprocessing/integer-lookup.js';
import { melSpectrogram } from './preprocessing/mel-spectrogram.js';
import { normalization } from './preprocessing/normalization.js';
import { rescaling } from './preprocessing/rescaling.js';
import { stftSpectrogram } from './preprocessing/stft-spectrogram.js';
import { stringLookup } from './preprocessing/string-lookup.js';
import { textVectorization } from './preprocessing/text-vectorization.js';
import { absMaxQuantizer } from './quantizers/abs-max-quantizer.js';
import { int4QuantizationConfig } from './quantizers/int4-quantization-config.js';
import { int8QuantizationConfig } from './quantizers/int8-quantization-config.js';
import { bidirectional } from './recurrent/bidirectional.js';
import { convLstm1d } from './recurrent/conv-lstm1d.js';
import { convLstm2d } from './recurrent/conv-lstm2d.js';
import { convLstm3d } from './recurrent/conv-lstm3d.js';
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
import { cropping1d } from './reshaping/cropping1d.js';
import { cropping2d } from './reshaping/cropping2d.js';
import { cropping3d } from './reshaping/cropping3d.js';
import { flatten } from './reshaping/flatten.js';
import { permute } from './reshaping/permute.js';
import { repeatVector } from './reshaping/repeat-vector.js';
import { reshape } from './reshaping/reshape.js';
import { upSampling1d } from './reshaping/up-sampling1d.js';
import { upSampling2d } from './reshaping/up-sampling2d.js';
import { upSampling3d } from './reshaping/up-sampling3d.js';
import { zeroPadding1d } from './reshaping/zero-padding1d.js';
import { zeroPadding2d } from './reshaping/zero-padding2d.js';
import { zeroPadding3d } from './reshaping/zero-padding3d.js';

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
  readonly Conv1DTranspose: typeof conv1dTranspose;
  readonly Convolution1DTranspose: typeof conv1dTranspose;
  readonly Conv1D: typeof conv1d;
  readonly Convolution1D: typeof conv1d;
  readonly Conv2DTranspose: typeof conv2dTranspose;
  readonly Convolution2DTranspose: typeof conv2dTranspose;
  readonly Conv2D: typeof conv2d;
  readonly Convolution2D: typeof conv2d;
  readonly Conv3DTranspose: typeof conv3dTranspose;
  readonly Convolution3DTranspose: typeof conv3dTranspose;
  readonly Conv3D: typeof conv3d;
  readonly Convolution3D: typeof conv3d;
  readonly DepthwiseConv1D: typeof depthwiseConv1d;
  readonly DepthwiseConv2D: typeof depthwiseConv2d;
  readonly SeparableConv1D: typeof separableConv1d;
  readonly SeparableConvolution1D: typeof separableConv1d;
  readonly SeparableConv2D: typeof separableConv2d;
  readonly SeparableConvolution2D: typeof separableConv2d;
  readonly Dense: typeof dense;
  readonly EinsumDense: typeof einsumDense;
  readonly Embedding: typeof embedding;
  readonly Identity: typeof identity;
  readonly InputLayer: typeof inputLayer;
  readonly Lambda: typeof lambda;
  readonly Masking: typeof masking;
  readonly ReversibleEmbedding: typeof reversibleEmbedding;
  readonly AugMix: typeof augMix;
  readonly AutoContrast: typeof autoContrast;
  readonly CenterCrop: typeof centerCrop;
  readonly ContrastLimitedAdaptiveHistogramEqualization: typeof contrastLimitedAdaptiveHistogramEqualization;
  readonly CutMix: typeof cutMix;
  readonly Equalization: typeof equalization;
  readonly MaxNumBoundingBoxes: typeof maxNumBoundingBoxes;
  readonly MixUp: typeof mixUp;
  readonly RandAugment: typeof randAugment;
  readonly RandomBrightness: typeof randomBrightness;
  readonly RandomColorDegeneration: typeof randomColorDegeneration;
  readonly RandomColorJitter: typeof randomColorJitter;
  readonly RandomContrast: typeof randomContrast;
  readonly RandomCrop: typeof randomCrop;
  readonly RandomElasticTransform: typeof randomElasticTransform;
  readonly RandomErasing: typeof randomErasing;
  readonly RandomFlip: typeof randomFlip;
  readonly RandomGaussianBlur: typeof randomGaussianBlur;
  readonly RandomGrayscale: typeof randomGrayscale;
  readonly RandomHue: typeof randomHue;
  readonly RandomInvert: typeof randomInvert;
  readonly RandomPerspective: typeof randomPerspective;
  readonly RandomPosterization: typeof randomPosterization;
  readonly RandomRotation: typeof randomRotation;
  readonly RandomSaturation: typeof randomSaturation;
  readonly RandomSharpness: typeof randomSharpness;
  readonly RandomShear: typeof randomShear;
  readonly RandomTranslation: typeof randomTranslation;
  readonly RandomZoom: typeof randomZoom;
  readonly Resizing: typeof resizing;
  readonly Solarization: typeof solarization;
  readonly Add: typeof add;
  readonly Average: typeof average;
  readonly Concatenate: typeof concatenate;
  readonly Dot: typeof dot;
  readonly Maximum: typeof maximum;
  readonly Minimum: typeof minimum;
  readonly Multiply: typeof multiply;
  readonly Subtract: typeof subtract;
  readonly BatchNormalization: typeof batchNormalization;
  readonly GroupNormalization: typeof groupNormalization;
  readonly LayerNormalization: typeof layerNormalization;
  readonly RMSNormalization: typeof rmsNormalization;
  readonly SpectralNormalization: typeof spectralNormalization;
  readonly UnitNormalization: typeof unitNormalization;
  readonly AdaptiveAveragePooling1D: typeof adaptiveAveragePooling1d;
  readonly AdaptiveAveragePooling2D: typeof adaptiveAveragePooling2d;
  readonly AdaptiveAveragePooling3D: typeof adaptiveAveragePooling3d;
  readonly AdaptiveMaxPooling1D: typeof adaptiveMaxPooling1d;
  readonly AdaptiveMaxPooling2D: typeof adaptiveMaxPooling2d;
  readonly AdaptiveMaxPooling3D: typeof adaptiveMaxPooling3d;
  readonly AveragePooling1D: typeof averagePooling1d;
  readonly AvgPool1D: typeof averagePooling1d;
  readonly AveragePooling2D: typeof averagePooling2d;
  readonly AvgPool2D: typeof averagePooling2d;
  readonly AveragePooling3D: typeof averagePooling3d;
  readonly AvgPool3D: typeof averagePooling3d;
  readonly GlobalAveragePooling1D: typeof globalAveragePooling1d;
  readonly GlobalAvgPool1D: typeof globalAveragePooling1d;
  readonly GlobalAveragePooling2D: typeof globalAveragePooling2d;
  readonly GlobalAvgPool2D: typeof globalAveragePooling2d;
  readonly GlobalAveragePooling3D: typeof globalAveragePooling3d;
  readonly GlobalAvgPool3D: typeof globalAveragePooling3d;
  readonly GlobalMaxPooling1D: typeof globalMaxPooling1d;
  readonly GlobalMaxPool1D: typeof globalMaxPooling1d;
  readonly GlobalMaxPooling2D: typeof globalMaxPooling2d;
  readonly GlobalMaxPool2D: typeof globalMaxPooling2d;
  readonly GlobalMaxPooling3D: typeof globalMaxPooling3d;
  readonly GlobalMaxPool3D: typeof globalMaxPooling3d;
  readonly MaxPooling1D: typeof maxPooling1d;
  readonly MaxPool1D: typeof maxPooling1d;
  readonly MaxPooling2D: typeof maxPooling2d;
  readonly MaxPool2D: typeof maxPooling2d;
  readonly MaxPooling3D: typeof maxPooling3d;
  readonly MaxPool3D: typeof maxPooling3d;
  readonly CategoryEncoding: typeof categoryEncoding;
  readonly Discretization: typeof discretization;
  readonly HashedCrossing: typeof hashedCrossing;
  readonly Hashing: typeof hashing;
  readonly IntegerLookup: typeof integerLookup;
  readonly MelSpectrogram: typeof melSpectrogram;
  readonly Normalization: typeof normalization;
  readonly Rescaling: typeof rescaling;
  readonly STFTSpectrogram: typeof stftSpectrogram;
  readonly StringLookup: typeof stringLookup;
  readonly TextVectorization: typeof textVectorization;
  readonly Bidirectional: typeof bidirectional;
  readonly ConvLSTM1D: typeof convLstm1d;
  readonly ConvLSTM2D: typeof convLstm2d;
  readonly ConvLSTM3D: typeof convLstm3d;
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
  readonly Cropping1D: typeof cropping1d;
  readonly Cropping2D: typeof cropping2d;
  readonly Cropping3D: typeof cropping3d;
  readonly Flatten: typeof flatten;
  readonly Permute: typeof permute;
  readonly RepeatVector: typeof repeatVector;
  readonly Reshape: typeof reshape;
  readonly UpSampling1D: typeof upSampling1d;
  readonly UpSampling2D: typeof upSampling2d;
  readonly UpSampling3D: typeof upSampling3d;
  readonly ZeroPadding1D: typeof zeroPadding1d;
  readonly ZeroPadding2D: typeof zeroPadding2d;
  readonly ZeroPadding3D: typeof zeroPadding3d;
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
  Conv1DTranspose: conv1dTranspose,
  Convolution1DTranspose: conv1dTranspose,
  Conv1D: conv1d,
  Convolution1D: conv1d,
  Conv2DTranspose: conv2dTranspose,
  Convolution2DTranspose: conv2dTranspose,
  Conv2D: conv2d,
  Convolution2D: conv2d,
  Conv3DTranspose: conv3dTranspose,
  Convolution3DTranspose: conv3dTranspose,
  Conv3D: conv3d,
  Convolution3D: conv3d,
  DepthwiseConv1D: depthwiseConv1d,
  DepthwiseConv2D: depthwiseConv2d,
  SeparableConv1D: separableConv1d,
  SeparableConvolution1D: separableConv1d,
  SeparableConv2D: separableConv2d,
  SeparableConvolution2D: separableConv2d,
  Dense: dense,
  EinsumDense: einsumDense,
  Embedding: embedding,
  Identity: identity,
  InputLayer: inputLayer,
  Lambda: lambda,
  Masking: masking,
  ReversibleEmbedding: reversibleEmbedding,
  AugMix: augMix,
  AutoContrast: autoContrast,
  CenterCrop: centerCrop,
  ContrastLimitedAdaptiveHistogramEqualization: contrastLimitedAdaptiveHistogramEqualization,
  CutMix: cutMix,
  Equalization: equalization,
  MaxNumBoundingBoxes: maxNumBoundingBoxes,
  MixUp: mixUp,
  RandAugment: randAugment,
  RandomBrightness: randomBrightness,
  RandomColorDegeneration: randomColorDegeneration,
  RandomColorJitter: randomColorJitter,
  RandomContrast: randomContrast,
  RandomCrop: randomCrop,
  RandomElasticTransform: randomElasticTransform,
  RandomErasing: randomErasing,
  RandomFlip: randomFlip,
  RandomGaussianBlur: randomGaussianBlur,
  RandomGrayscale: randomGrayscale,
  RandomHue: randomHue,
  RandomInvert: randomInvert,
  RandomPerspective: randomPerspective,
  RandomPosterization: randomPosterization,
  RandomRotation: randomRotation,
  RandomSaturation: randomSaturation,
  RandomSharpness: randomSharpness,
  RandomShear: randomShear,
  RandomTranslation: randomTranslation,
  RandomZoom: randomZoom,
  Resizing: resizing,
  Solarization: solarization,
  Add: add,
  Average: average,
  Concatenate: concatenate,
  Dot: dot,
  Maximum: maximum,
  Minimum: minimum,
  Multiply: multiply,
  Subtract: subtract,
  BatchNormalization: batchNormalization,
  GroupNormalization: groupNormalization,
  LayerNormalization: layerNormalization,
  RMSNormalization: rmsNormalization,
  SpectralNormalization: spectralNormalization,
  UnitNormalization: unitNormalization,
  AdaptiveAveragePooling1D: adaptiveAveragePooling1d,
  AdaptiveAveragePooling2D: adaptiveAveragePooling2d,
  AdaptiveAveragePooling3D: adaptiveAveragePooling3d,
  AdaptiveMaxPooling1D: adaptiveMaxPooling1d,
  AdaptiveMaxPooling2D: adaptiveMaxPooling2d,
  AdaptiveMaxPooling3D: adaptiveMaxPooling3d,
  AveragePooling1D: averagePooling1d,
  AvgPool1D: averagePooling1d,
  AveragePooling2D: averagePooling2d,
  AvgPool2D: averagePooling2d,
  AveragePooling3D: averagePooling3d,
  AvgPool3D: averagePooling3d,
  GlobalAveragePooling1D: globalAveragePooling1d,
  GlobalAvgPool1D: globalAveragePooling1d,
  GlobalAveragePooling2D: globalAveragePooling2d,
  GlobalAvgPool2D: globalAveragePooling2d,
  GlobalAveragePooling3D: globalAveragePooling3d,
  GlobalAvgPool3D: globalAveragePooling3d,
  GlobalMaxPooling1D: globalMaxPooling1d,
  GlobalMaxPool1D: globalMaxPooling1d,
  GlobalMaxPooling2D: globalMaxPooling2d,
  GlobalMaxPool2D: globalMaxPooling2d,
  GlobalMaxPooling3D: globalMaxPooling3d,
  GlobalMaxPool3D: globalMaxPooling3d,
  MaxPooling1D: maxPooling1d,
  MaxPool1D: maxPooling1d,
  MaxPooling2D: maxPooling2d,
  MaxPool2D: maxPooling2d,
  MaxPooling3D: maxPooling3d,
  MaxPool3D: maxPooling3d,
  CategoryEncoding: categoryEncoding,
  Discretization: discretization,
  HashedCrossing: hashedCrossing,
  Hashing: hashing,
  IntegerLookup: integerLookup,
  MelSpectrogram: melSpectrogram,
  Normalization: normalization,
  Rescaling: rescaling,
  STFTSpectrogram: stftSpectrogram,
  StringLookup: stringLookup,
  TextVectorization: textVectorization,
  Bidirectional: bidirectional,
  ConvLSTM1D: convLstm1d,
  ConvLSTM2D: convLstm2d,
  ConvLSTM3D: convLstm3d,
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
  Cropping1D: cropping1d,
  Cropping2D: cropping2d,
  Cropping3D: cropping3d,
  Flatten: flatten,
  Permute: permute,
  RepeatVector: repeatVector,
  Reshape: reshape,
  UpSampling1D: upSampling1d,
  UpSampling2D: upSampling2d,
  UpSampling3D: upSampling3d,
  ZeroPadding1D: zeroPadding1d,
  ZeroPadding2D: zeroPadding2d,
  ZeroPadding3D: zeroPadding3d,
};

/** Keras' names of what says how layers are quantized. Look names of users up with `Object.hasOwn`. */
export const quantizersById: {
  readonly AbsMaxQuantizer: typeof absMaxQuantizer;
  readonly Int4QuantizationConfig: typeof int4QuantizationConfig;
  readonly Int8QuantizationConfig: typeof int8QuantizationConfig;
} = {
  AbsMaxQuantizer: absMaxQuantizer,
  Int4QuantizationConfig: int4QuantizationConfig,
  Int8QuantizationConfig: int8QuantizationConfig,
};
