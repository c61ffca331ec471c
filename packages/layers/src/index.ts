// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type ActivationConfig, activation } from './activation/activation.js';
export { type EluConfig, elu } from './activation/elu.js';
export { type LeakyReluConfig, leakyRelu } from './activation/leaky-relu.js';
export { type PreluConfig, prelu } from './activation/prelu.js';
export { type ReluConfig, relu } from './activation/relu.js';
export { type SoftmaxConfig, softmax } from './activation/softmax.js';
export { type AdditiveAttentionConfig, additiveAttention } from './attention/additive-attention.js';
export { type AttentionConfig, attention } from './attention/attention.js';
export { type GroupQueryAttentionConfig, groupQueryAttention } from './attention/group-query-attention.js';
export {
  type MultiHeadAttentionConfig,
  type AttentionCallOptions,
  type MultiHeadAttentionLayer,
  type MultiHeadAttentionFactory,
  multiHeadAttention,
} from './attention/multi-head-attention.js';
export { type Conv1dTransposeConfig, conv1dTranspose } from './convolution/conv1d-transpose.js';
export { type Conv1dConfig, conv1d } from './convolution/conv1d.js';
export { type Conv2dTransposeConfig, conv2dTranspose } from './convolution/conv2d-transpose.js';
export { type Conv2dConfig, conv2d } from './convolution/conv2d.js';
export { type Conv3dTransposeConfig, conv3dTranspose } from './convolution/conv3d-transpose.js';
export { type Conv3dConfig, conv3d } from './convolution/conv3d.js';
export { type DepthwiseConv1dConfig, depthwiseConv1d } from './convolution/depthwise-conv1d.js';
export { type DepthwiseConv2dConfig, depthwiseConv2d } from './convolution/depthwise-conv2d.js';
export { type SeparableConv1dConfig, separableConv1d } from './convolution/separable-conv1d.js';
export { type SeparableConv2dConfig, separableConv2d } from './convolution/separable-conv2d.js';
export { type DenseConfig, dense } from './core/dense.js';
export { type EinsumDenseConfig, einsumDense } from './core/einsum-dense.js';
export { type EmbeddingConfig, embedding } from './core/embedding.js';
export { type IdentityConfig, identity } from './core/identity.js';
export { type InputLayerConfig, inputLayer } from './core/input-layer.js';
export { input } from './core/input.js';
export {
  type LambdaContext,
  type LambdaFunction,
  type LambdaMask,
  type LambdaConfig,
  lambda,
} from './core/lambda.js';
export { type MaskingConfig, masking } from './core/masking.js';
export {
  type ReversibleEmbeddingConfig,
  type ReversibleEmbeddingCallOptions,
  type ReversibleEmbeddingLayer,
  type ReversibleEmbeddingFactory,
  reversibleEmbedding,
} from './core/reversible-embedding.js';
export { type AugMixConfig, augMix } from './image-preprocessing/aug-mix.js';
export { type AutoContrastConfig, autoContrast } from './image-preprocessing/auto-contrast.js';
export { type CenterCropConfig, centerCrop } from './image-preprocessing/center-crop.js';
export {
  type ContrastLimitedAdaptiveHistogramEqualizationConfig,
  contrastLimitedAdaptiveHistogramEqualization,
} from './image-preprocessing/contrast-limited-adaptive-histogram-equalization.js';
export { type CutMixConfig, cutMix } from './image-preprocessing/cut-mix.js';
export { type EqualizationConfig, equalization } from './image-preprocessing/equalization.js';
export {
  type BoundingBoxes,
  type LabeledImages,
  type ImageLayerConfig,
  type RandomImageConfig,
  type OnLabeledImages,
  type ImageLayer,
  type ImageLayerFactory,
} from './image-preprocessing/labeled-images.js';
export {
  type MaxNumBoundingBoxesConfig,
  maxNumBoundingBoxes,
} from './image-preprocessing/max-num-bounding-boxes.js';
export { type MixUpConfig, mixUp } from './image-preprocessing/mix-up.js';
export { type RandAugmentConfig, randAugment } from './image-preprocessing/rand-augment.js';
export { type RandomBrightnessConfig, randomBrightness } from './image-preprocessing/random-brightness.js';
export {
  type RandomColorDegenerationConfig,
  randomColorDegeneration,
} from './image-preprocessing/random-color-degeneration.js';
export {
  type RandomColorJitterConfig,
  randomColorJitter,
} from './image-preprocessing/random-color-jitter.js';
export { type RandomContrastConfig, randomContrast } from './image-preprocessing/random-contrast.js';
export { type RandomCropConfig, randomCrop } from './image-preprocessing/random-crop.js';
export {
  type RandomElasticTransformConfig,
  randomElasticTransform,
} from './image-preprocessing/random-elastic-transform.js';
export { type RandomErasingConfig, randomErasing } from './image-preprocessing/random-erasing.js';
export { type RandomFlipConfig, randomFlip } from './image-preprocessing/random-flip.js';
export {
  type RandomGaussianBlurConfig,
  randomGaussianBlur,
} from './image-preprocessing/random-gaussian-blur.js';
export { type RandomGrayscaleConfig, randomGrayscale } from './image-preprocessing/random-grayscale.js';
export { type RandomHueConfig, randomHue } from './image-preprocessing/random-hue.js';
export { type RandomInvertConfig, randomInvert } from './image-preprocessing/random-invert.js';
export { type RandomPerspectiveConfig, randomPerspective } from './image-preprocessing/random-perspective.js';
export {
  type RandomPosterizationConfig,
  randomPosterization,
} from './image-preprocessing/random-posterization.js';
export { type RandomRotationConfig, randomRotation } from './image-preprocessing/random-rotation.js';
export { type RandomSaturationConfig, randomSaturation } from './image-preprocessing/random-saturation.js';
export { type RandomSharpnessConfig, randomSharpness } from './image-preprocessing/random-sharpness.js';
export { type RandomShearConfig, randomShear } from './image-preprocessing/random-shear.js';
export { type RandomTranslationConfig, randomTranslation } from './image-preprocessing/random-translation.js';
export { type RandomZoomConfig, randomZoom } from './image-preprocessing/random-zoom.js';
export { type ResizingConfig, resizing } from './image-preprocessing/resizing.js';
export { type SolarizationConfig, solarization } from './image-preprocessing/solarization.js';
export { add } from './merging/add.js';
export { average } from './merging/average.js';
export { type ConcatenateConfig, concatenate } from './merging/concatenate.js';
export { type DotConfig, dot } from './merging/dot.js';
export { maximum } from './merging/maximum.js';
export { minimum } from './merging/minimum.js';
export { multiply } from './merging/multiply.js';
export { subtract } from './merging/subtract.js';
export { type BatchNormalizationConfig, batchNormalization } from './normalization/batch-normalization.js';
export { type GroupNormalizationConfig, groupNormalization } from './normalization/group-normalization.js';
export { type LayerNormalizationConfig, layerNormalization } from './normalization/layer-normalization.js';
export { type RmsNormalizationConfig, rmsNormalization } from './normalization/rms-normalization.js';
export {
  type SpectralNormalizationConfig,
  spectralNormalization,
} from './normalization/spectral-normalization.js';
export { type UnitNormalizationConfig, unitNormalization } from './normalization/unit-normalization.js';
export {
  type AdaptiveAveragePooling1dConfig,
  adaptiveAveragePooling1d,
} from './pooling/adaptive-average-pooling1d.js';
export {
  type AdaptiveAveragePooling2dConfig,
  adaptiveAveragePooling2d,
} from './pooling/adaptive-average-pooling2d.js';
export {
  type AdaptiveAveragePooling3dConfig,
  adaptiveAveragePooling3d,
} from './pooling/adaptive-average-pooling3d.js';
export { type AdaptiveMaxPooling1dConfig, adaptiveMaxPooling1d } from './pooling/adaptive-max-pooling1d.js';
export { type AdaptiveMaxPooling2dConfig, adaptiveMaxPooling2d } from './pooling/adaptive-max-pooling2d.js';
export { type AdaptiveMaxPooling3dConfig, adaptiveMaxPooling3d } from './pooling/adaptive-max-pooling3d.js';
export { type AveragePooling1dConfig, averagePooling1d } from './pooling/average-pooling1d.js';
export { type AveragePooling2dConfig, averagePooling2d } from './pooling/average-pooling2d.js';
export { type AveragePooling3dConfig, averagePooling3d } from './pooling/average-pooling3d.js';
export {
  type GlobalAveragePooling1dConfig,
  globalAveragePooling1d,
} from './pooling/global-average-pooling1d.js';
export {
  type GlobalAveragePooling2dConfig,
  globalAveragePooling2d,
} from './pooling/global-average-pooling2d.js';
export {
  type GlobalAveragePooling3dConfig,
  globalAveragePooling3d,
} from './pooling/global-average-pooling3d.js';
export { type GlobalMaxPooling1dConfig, globalMaxPooling1d } from './pooling/global-max-pooling1d.js';
export { type GlobalMaxPooling2dConfig, globalMaxPooling2d } from './pooling/global-max-pooling2d.js';
export { type GlobalMaxPooling3dConfig, globalMaxPooling3d } from './pooling/global-max-pooling3d.js';
export { type MaxPooling1dConfig, maxPooling1d } from './pooling/max-pooling1d.js';
export { type MaxPooling2dConfig, maxPooling2d } from './pooling/max-pooling2d.js';
export { type MaxPooling3dConfig, maxPooling3d } from './pooling/max-pooling3d.js';
export { type CategoryEncodingConfig, categoryEncoding } from './preprocessing/category-encoding.js';
export {
  type DiscretizationConfig,
  type DiscretizationMethods,
  discretization,
} from './preprocessing/discretization.js';
export { type HashedCrossingConfig, hashedCrossing } from './preprocessing/hashed-crossing.js';
export { type HashingConfig, hashing } from './preprocessing/hashing.js';
export { type IntegerLookupConfig, integerLookup } from './preprocessing/integer-lookup.js';
export { type MelSpectrogramConfig, melSpectrogram } from './preprocessing/mel-spectrogram.js';
export {
  type NormalizationConfig,
  type NormalizationMethods,
  normalization,
} from './preprocessing/normalization.js';
export { type RescalingConfig, rescaling } from './preprocessing/rescaling.js';
export { type StftSpectrogramConfig, stftSpectrogram } from './preprocessing/stft-spectrogram.js';
export { type StringLookupConfig, stringLookup } from './preprocessing/string-lookup.js';
export { type TextVectorizationConfig, textVectorization } from './preprocessing/text-vectorization.js';
export {
  type MergeMode,
  type BidirectionalLayer,
  type BidirectionalFactory,
  type BidirectionalConfig,
  bidirectional,
} from './recurrent/bidirectional.js';
export {
  type StepContext,
  type StepResult,
  type CellSpec,
  type RunningCell,
  type CellParts,
  type CellLayer,
  type CellFactory,
} from './recurrent/cell.js';
export { type ConvLstm1dConfig, convLstm1d } from './recurrent/conv-lstm1d.js';
export { type ConvLstm2dConfig, convLstm2d } from './recurrent/conv-lstm2d.js';
export { type ConvLstm3dConfig, convLstm3d } from './recurrent/conv-lstm3d.js';
export { defineCell } from './recurrent/define-cell.js';
export {
  type RecurrentConfig,
  type CudnnOption,
  type RecurrentLayer,
  type RecurrentFactory,
} from './recurrent/define-recurrent.js';
export { type GruCellConfig, gruCell } from './recurrent/gru-cell.js';
export { type GruConfig, gru } from './recurrent/gru.js';
export { type LstmCellConfig, lstmCell } from './recurrent/lstm-cell.js';
export { type LstmConfig, lstm } from './recurrent/lstm.js';
export { type RnnConfig, rnn } from './recurrent/rnn.js';
export { type SimpleRnnCellConfig, simpleRnnCell } from './recurrent/simple-rnn-cell.js';
export { type SimpleRnnConfig, simpleRnn } from './recurrent/simple-rnn.js';
export { type StackedRnnCellsConfig, stackedRnnCells } from './recurrent/stacked-rnn-cells.js';
export { type TimeDistributedConfig, timeDistributed } from './recurrent/time-distributed.js';
export {
  type ActivityRegularizationConfig,
  activityRegularization,
} from './regularization/activity-regularization.js';
export { type AlphaDropoutConfig, alphaDropout } from './regularization/alpha-dropout.js';
export { type DropoutConfig, dropout } from './regularization/dropout.js';
export { type GaussianDropoutConfig, gaussianDropout } from './regularization/gaussian-dropout.js';
export { type GaussianNoiseConfig, gaussianNoise } from './regularization/gaussian-noise.js';
export { type SpatialDropout1dConfig, spatialDropout1d } from './regularization/spatial-dropout1d.js';
export { type SpatialDropout2dConfig, spatialDropout2d } from './regularization/spatial-dropout2d.js';
export { type SpatialDropout3dConfig, spatialDropout3d } from './regularization/spatial-dropout3d.js';
export { type Cropping1dConfig, cropping1d } from './reshaping/cropping1d.js';
export { type Cropping2dConfig, cropping2d } from './reshaping/cropping2d.js';
export { type Cropping3dConfig, cropping3d } from './reshaping/cropping3d.js';
export { type FlattenConfig, flatten } from './reshaping/flatten.js';
export { type PermuteConfig, permute } from './reshaping/permute.js';
export { type RepeatVectorConfig, repeatVector } from './reshaping/repeat-vector.js';
export { type ReshapeConfig, reshape } from './reshaping/reshape.js';
export { type UpSampling1dConfig, upSampling1d } from './reshaping/up-sampling1d.js';
export { type UpSampling2dConfig, upSampling2d } from './reshaping/up-sampling2d.js';
export { type UpSampling3dConfig, upSampling3d } from './reshaping/up-sampling3d.js';
export { type ZeroPadding1dConfig, zeroPadding1d } from './reshaping/zero-padding1d.js';
export { type ZeroPadding2dConfig, zeroPadding2d } from './reshaping/zero-padding2d.js';
export { type ZeroPadding3dConfig, zeroPadding3d } from './reshaping/zero-padding3d.js';
