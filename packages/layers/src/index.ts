// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type ActivationConfig, activation } from './activation/activation.js';
export { type ReluConfig, relu } from './activation/relu.js';
export {
  type AttentionInputs,
  type MultiHeadAttentionConfig,
  type AttentionCallOptions,
  type MultiHeadAttentionLayer,
  type MultiHeadAttentionFactory,
  multiHeadAttention,
} from './attention/multi-head-attention.js';
export { type Conv1dConfig, conv1d } from './convolution/conv1d.js';
export { type Conv2dTransposeConfig, conv2dTranspose } from './convolution/conv2d-transpose.js';
export { type Conv2dConfig, conv2d } from './convolution/conv2d.js';
export { type DenseConfig, dense } from './core/dense.js';
export { type EinsumDenseConfig, einsumDense } from './core/einsum-dense.js';
export { type EmbeddingConfig, embedding } from './core/embedding.js';
export { type InputLayerConfig, inputLayer } from './core/input-layer.js';
export { input } from './core/input.js';
export { type MaskingConfig, masking } from './core/masking.js';
export { add } from './merging/add.js';
export { type ConcatenateConfig, concatenate } from './merging/concatenate.js';
export { type BatchNormalizationConfig, batchNormalization } from './normalization/batch-normalization.js';
export { type LayerNormalizationConfig, layerNormalization } from './normalization/layer-normalization.js';
export { type AveragePooling2dConfig, averagePooling2d } from './pooling/average-pooling2d.js';
export {
  type GlobalAveragePooling1dConfig,
  globalAveragePooling1d,
} from './pooling/global-average-pooling1d.js';
export {
  type GlobalAveragePooling2dConfig,
  globalAveragePooling2d,
} from './pooling/global-average-pooling2d.js';
export { type GlobalMaxPooling2dConfig, globalMaxPooling2d } from './pooling/global-max-pooling2d.js';
export { type MaxPooling2dConfig, maxPooling2d } from './pooling/max-pooling2d.js';
export { type CategoryEncodingConfig, categoryEncoding } from './preprocessing/category-encoding.js';
export {
  type DiscretizationConfig,
  type DiscretizationMethods,
  discretization,
} from './preprocessing/discretization.js';
export { type HashedCrossingConfig, hashedCrossing } from './preprocessing/hashed-crossing.js';
export { type HashingConfig, hashing } from './preprocessing/hashing.js';
export { type IntegerLookupConfig, integerLookup } from './preprocessing/integer-lookup.js';
export {
  type NormalizationConfig,
  type NormalizationMethods,
  normalization,
} from './preprocessing/normalization.js';
export { type RescalingConfig, rescaling } from './preprocessing/rescaling.js';
export { type StringLookupConfig, stringLookup } from './preprocessing/string-lookup.js';
export { type TextVectorizationConfig, textVectorization } from './preprocessing/text-vectorization.js';
export {
  type MergeMode,
  type BidirectionalFactory,
  type BidirectionalConfig,
  bidirectional,
} from './recurrent/bidirectional.js';
export {
  type StepContext,
  type StepResult,
  type StepSize,
  type CellSpec,
  type RunningCell,
  type CellParts,
  type CellLayer,
  type CellFactory,
} from './recurrent/cell.js';
export { defineCell } from './recurrent/define-cell.js';
export {
  type RecurrentConfig,
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
export { type DropoutConfig, dropout } from './regularization/dropout.js';
export { type FlattenConfig, flatten } from './reshaping/flatten.js';
export { type ReshapeConfig, reshape } from './reshaping/reshape.js';
