// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { absolute } from './absolute.js';
export {
  type KernelCall,
  type StructuralCall,
  type ScanCall,
  type KernelObserver,
  type StructuralResult,
  AbstractBackend,
} from './abstract/abstract-backend.js';
export { ensureAbstractEvaluator } from './abstract/ensure-abstract-evaluator.js';
export { type AbstractFunction, evaluateAbstractly } from './abstract/evaluate-abstractly.js';
export { abstractBackendName, withAbstractBackend } from './abstract/with-abstract-backend.js';
export { type AdaptiveAveragePoolOptions, adaptiveAveragePool } from './adaptive-average-pool.js';
export { type AdaptiveMaxPoolOptions, adaptiveMaxPool } from './adaptive-max-pool.js';
export { add } from './add.js';
export { any } from './any.js';
export { type ArgmaxOptions, argmax } from './argmax.js';
export { averagePool } from './average-pool.js';
export { type BatchNormalizationOptions, batchNormalization } from './batch-normalization.js';
export { type BinaryCrossentropyOptions, binaryCrossentropy } from './binary-crossentropy.js';
export { type BroadcastToOptions, broadcastTo } from './broadcast-to.js';
export { type CastOptions, cast } from './cast.js';
export { type CategoricalCrossentropyOptions, categoricalCrossentropy } from './categorical-crossentropy.js';
export { cdist } from './cdist.js';
export { ceil } from './ceil.js';
export { type CeluOptions, celu } from './celu.js';
export { type ClipOptions, clip } from './clip.js';
export { type ConcatenateOptions, concatenate } from './concatenate.js';
export { cond } from './control-flow/cond.js';
export { type WhileLoopOptions, whileLoop } from './control-flow/while-loop.js';
export { type ConvTransposeOptions, convTranspose } from './conv-transpose.js';
export { type ConvOptions, conv } from './conv.js';
export { cos } from './cos.js';
export { tensor, zeros, ones } from './creation.js';
export { type CtcLossOptions, ctcLoss } from './ctc-loss.js';
export {
  type Operand,
  type Value,
  type Result,
  type UnaryOp,
  type OptionOp,
  type BinaryOp,
  type ListOp,
  type OpSpec,
  type OpClass,
  type OpNode,
  defineOp,
} from './define-op.js';
export { type DepthToSpaceOptions, depthToSpace } from './depth-to-space.js';
export { depthwiseConv } from './depthwise-conv.js';
export { divideNoNan } from './divide-no-nan.js';
export { divide } from './divide.js';
export { type DotProductAttentionOptions, dotProductAttention } from './dot-product-attention.js';
export { eagerRuntime } from './eager/eager-runtime.js';
export { einsum } from './einsum.js';
export { type EluOptions, elu } from './elu.js';
export { equal } from './equal.js';
export { erf } from './erf.js';
export { erfc } from './erfc.js';
export { erfinv } from './erfinv.js';
export { exp } from './exp.js';
export { type ExpandDimsOptions, expandDims } from './expand-dims.js';
export { expm1 } from './expm1.js';
export { type ExtractSequencesOptions, extractSequences } from './extract-sequences.js';
export { type FlipOptions, flip } from './flip.js';
export { floorDivide } from './floor-divide.js';
export { floor } from './floor.js';
export { type FoldOptions, fold } from './fold.js';
export { type GeluOptions, gelu } from './gelu.js';
export { type GluOptions, glu } from './glu.js';
export { conv3dBackpropInputGradient } from './gradients/conv3d-backprop-input.js';
export { ensureGradients } from './gradients/ensure-gradients.js';
export { valueAndGradients } from './gradients/gradients.js';
export { greaterEqual } from './greater-equal.js';
export { greater } from './greater.js';
export { type HardShrinkOptions, hardShrink } from './hard-shrink.js';
export { hardSigmoid } from './hard-sigmoid.js';
export { hardSilu } from './hard-silu.js';
export { hardTanh } from './hard-tanh.js';
export { type AffineTransformOptions, affineTransform } from './image/affine-transform.js';
export { type CropImagesOptions, cropImages } from './image/crop-images.js';
export { type ExtractPatches3dOptions, extractPatches3d } from './image/extract-patches-3d.js';
export { type ExtractPatchesOptions, extractPatches } from './image/extract-patches.js';
export { type GaussianBlurOptions, gaussianBlur } from './image/gaussian-blur.js';
export { hsvToRgb } from './image/hsv-to-rgb.js';
export { type PadImagesOptions, padImages } from './image/pad-images.js';
export { type PerspectiveTransformOptions, perspectiveTransform } from './image/perspective-transform.js';
export { type ResizeOptions, resize } from './image/resize.js';
export { rgbToGrayscale } from './image/rgb-to-grayscale.js';
export { rgbToHsv } from './image/rgb-to-hsv.js';
export { type InTopKOptions, inTopK } from './in-top-k.js';
export { applyKernelRule } from './kernels/apply-kernel-rule.js';
export { type StaticSpec, type KernelInputs, type KernelRule } from './kernels/kernel-rule.js';
export { kernelRules } from './kernels/kernel-rules.js';
export { type LayerNormalizationOptions, layerNormalization } from './layer-normalization.js';
export { type LeakyReluOptions, leakyRelu } from './leaky-relu.js';
export { lessEqual } from './less-equal.js';
export { less } from './less.js';
export { type CholeskyInverseOptions, choleskyInverse } from './linalg/cholesky-inverse.js';
export { type CholeskyOptions, cholesky } from './linalg/cholesky.js';
export { det } from './linalg/det.js';
export { inv } from './linalg/inv.js';
export { luFactor } from './linalg/lu-factor.js';
export { type NormOptions, norm } from './linalg/norm.js';
export { type QrOptions, qr } from './linalg/qr.js';
export { type SolveTriangularOptions, solveTriangular } from './linalg/solve-triangular.js';
export { solve } from './linalg/solve.js';
export { logSigmoid } from './log-sigmoid.js';
export { type LogSoftmaxOptions, logSoftmax } from './log-softmax.js';
export { log } from './log.js';
export { log1p } from './log1p.js';
export { logdet } from './logdet.js';
export { logicalAnd } from './logical-and.js';
export { logicalNot } from './logical-not.js';
export { logicalOr } from './logical-or.js';
export { attachLogits, logitsOf } from './logits.js';
export { logsumexp } from './logsumexp.js';
export { matmul } from './matmul.js';
export { maxPool } from './max-pool.js';
export { max } from './max.js';
export { maximum } from './maximum.js';
export { mean } from './mean.js';
export { min } from './min.js';
export { minimum } from './minimum.js';
export { type MomentsOptions, moments } from './moments.js';
export { type MultiHotOptions, multiHot } from './multi-hot.js';
export { multiply } from './multiply.js';
export { negative } from './negative.js';
export { type NormalizeOptions, normalize } from './normalize.js';
export { notEqual } from './not-equal.js';
export { onLastAxis } from './on-last-axis.js';
export { type OneHotOptions, oneHot } from './one-hot.js';
export { type OnesLikeOptions, onesLike } from './ones-like.js';
export { type PadOptions, pad } from './pad.js';
export { polar } from './polar.js';
export { type PoolSizes, type PoolOptions } from './pool-options.js';
export { power } from './power.js';
export { prod } from './prod.js';
export { promote, promoteToFloat, toFloat } from './promote.js';
export { type PsnrOptions, psnr } from './psnr.js';
export { randomNormal } from './random/random-normal.js';
export { philoxUniformKernel, randomUniform } from './random/random-uniform.js';
export { type SeedGenerator, seedGenerator } from './random/seed-generator.js';
export { type AxisLengths, rearrange } from './rearrange.js';
export { type GruWeights, type GruSequenceOptions, gruSequence } from './recurrent/gru-sequence.js';
export { type GruOptions, type GruStep, gruStep } from './recurrent/gru-step.js';
export { lstmSequence } from './recurrent/lstm-sequence.js';
export { type GateFunctions, type LstmOptions, type LstmStep, lstmStep } from './recurrent/lstm-step.js';
export { type ScanBody, type ScanOptions, type ScanResult, scan } from './recurrent/scan.js';
export { type SequenceOptions, type SequenceResult } from './recurrent/sequence-options.js';
export { simpleRnnSequence } from './recurrent/simple-rnn-sequence.js';
export { simpleRnnStep } from './recurrent/simple-rnn-step.js';
export { type ReduceOptions, axisOf } from './reduce-options.js';
export { relu } from './relu.js';
export { relu6 } from './relu6.js';
export { type ReshapeOptions, reshape } from './reshape.js';
export { type RmsNormalizationOptions, rmsNormalization } from './rms-normalization.js';
export { rsqrt } from './rsqrt.js';
export { saturateCast } from './saturate-cast.js';
export { type ScatterUpdateOptions, scatterUpdate } from './scatter-update.js';
export { type ScatterOptions, scatter } from './scatter.js';
export { type SegmentMaxOptions, segmentMax } from './segment-max.js';
export { type SegmentMinOptions, segmentMin } from './segment-min.js';
export { type SegmentProdOptions, segmentProd } from './segment-prod.js';
export { type SegmentSumOptions, segmentSum } from './segment-sum.js';
export { selu } from './selu.js';
export { separableConv } from './separable-conv.js';
export { sigmoid } from './sigmoid.js';
export { sign } from './sign.js';
export { silu } from './silu.js';
export { type SliceOptions, slice } from './slice.js';
export { type SoftShrinkOptions, softShrink } from './soft-shrink.js';
export { type SoftmaxOptions, softmax } from './softmax.js';
export { softplus } from './softplus.js';
export { softsign } from './softsign.js';
export { type SpaceToDepthOptions, spaceToDepth } from './space-to-depth.js';
export {
  type SparseCategoricalCrossentropyOptions,
  sparseCategoricalCrossentropy,
} from './sparse-categorical-crossentropy.js';
export { sparsePlus } from './sparse-plus.js';
export { sparseSigmoid } from './sparse-sigmoid.js';
export { type SparsemaxOptions, sparsemax } from './sparsemax.js';
export { sqrt } from './sqrt.js';
export { square } from './square.js';
export { type SquareplusOptions, squareplus } from './squareplus.js';
export { type SqueezeOptions, squeeze } from './squeeze.js';
export { type StackOptions, stack } from './stack.js';
export { stopGradient } from './stop-gradient.js';
export { subtract } from './subtract.js';
export { sum } from './sum.js';
export { type TakeOptions, take } from './take.js';
export { tanhShrink } from './tanh-shrink.js';
export { tanh } from './tanh.js';
export { type ThresholdOptions, threshold } from './threshold.js';
export { type TopKOptions, topK } from './top-k.js';
export { type TransposeOptions, transpose } from './transpose.js';
export { type UnfoldOptions, unfold } from './unfold.js';
export { type UnstackOptions, unstack } from './unstack.js';
export { where } from './where.js';
export { type ZerosLikeOptions, zerosLike } from './zeros-like.js';
