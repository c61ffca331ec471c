// What the module exports, and how threads share the work of one call.
//
// Every thread has an instance of its own on the one memory, and gives it a workspace with `setWorkspace`. Kernels that
// take a range `first` to `last` (not included) compute a share of their units; the number of units depends on shapes
// alone, and so do the bits of the result, however the units are shared out. Thread t of n takes the units from
// units · t / n to units · (t + 1) / n. Kernels without a range are for one thread.
//
// | kernel                        | units                        | scratch memory of each thread | before the next kernel      |
// | ----------------------------- | ---------------------------- | ----------------------------- | --------------------------- |
// | products                      | productUnits                 |                               |                             |
// | convolution                   | images                       | convolutionScratch            |                             |
// | inputGradient                 | images                       | inputGradientScratch          |                             |
// | filterGradient                | filterGradientParts          | filterGradientScratch         | filterGradientSum           |
// | generalConvolution            | images                       | generalScratch                |                             |
// | generalInputGradient          | images                       | generalScratch                |                             |
// | generalFilterGradient         | generalFilterGradientParts   | generalScratch                | generalFilterGradientSum    |
// | depthwise                     | images                       |                               |                             |
// | depthwiseInputGradient        | images                       |                               |                             |
// | depthwiseFilterGradient       | depthwiseFilterGradientParts |                               | depthwiseFilterGradientSum  |
// | maxPool, averagePool, and     | images                       |                               |                             |
// | their gradients, with places  |                              |                               |                             |
// | poolingConvolution            | images                       | poolingConvolutionScratch     |                             |
// | poolingGradients              | filterGradientParts          | poolingGradientsScratch       | filterGradientSum           |
//
// The gradients of filters write the sums of their parts to memory that all threads share, of the bytes that
// filterGradientSums says; when all threads are done, one of them adds the parts up. Images are the first axis of the
// batch: the number of units is the geometry's `batch`. A transposed convolution is `inputGradient`, without its bias.
//
// Operands may be read up to 32 bytes past their end, as far as the memory reaches; what is there does not matter.
export { convolution, convolutionScratch } from './convolution';
export {
  filterGradient,
  filterGradientParts,
  filterGradientScratch,
  filterGradientSum,
  filterGradientSums,
} from './filter-gradient';
export {
  generalConvolution,
  generalFilterGradient,
  generalFilterGradientParts,
  generalFilterGradientSum,
  generalFilterGradientSums,
  generalInputGradient,
  generalScratch,
} from './general-convolution';
export { inputGradient, inputGradientScratch } from './input-gradient';
export { batchRows } from './batch-rows';
export { depthwise } from './depthwise';
export {
  depthwiseFilterGradient,
  depthwiseFilterGradientParts,
  depthwiseFilterGradientSum,
  depthwiseFilterGradientSums,
  depthwiseInputGradient,
} from './depthwise-gradients';
export { clamp, maximum, minimum, sign } from './elementwise';
export { gather } from './gather';
export { gemm } from './gemm';
export { gemmInt } from './gemm-int';
export { packColumns, packRows } from './pack';
export { productUnits, products } from './products';
export { averagePool, averagePoolGradient } from './average-pooling';
export { maxPool, maxPoolGradient, maxPoolPlaces, maxPoolPlacesGradient } from './max-pooling';
export {
  poolingConvolution,
  poolingConvolutionScratch,
  poolingGradients,
  poolingGradientsScratch,
} from './pooling-convolution';
export { uniform } from './random/uniform';
export { gruGradientScratch, gruSequenceGradient } from './recurrent/gru-backward';
export { gruScratch, gruSequence } from './recurrent/gru-forward';
export { lstmGradientScratch, lstmSequenceGradient } from './recurrent/lstm-backward';
export { lstmScratch, lstmSequence } from './recurrent/lstm-forward';
export { simpleRnnScratch, simpleRnnSequence, simpleRnnSequenceGradient } from './recurrent/simple-rnn';
export { sum } from './reduction';
export { maximumOf, minimumOf, productOf } from './rows/extremes';
export { argMax, argMin } from './rows/places';
export { oneHot } from './rows/one-hot';
export { runningProduct, runningProductInt, runningSum, runningSumInt } from './rows/scan';
export { logSoftmax, softmax } from './rows/softmax';
export { topK, topKInt, topKScratch } from './rows/top-k';
export { segmentSum, segmentSumInt } from './segment-sum';
export { setWorkspace, workspaceBytes } from './workspace';
export * from './math-arrays';
export { floorDivideIntLanes, floorDivideLanes, modIntLanes, modLanes } from './math/division';
export { erfLanes } from './math/error-function';
export { expFlushedLanes, expLanes, expm1Lanes, sigmoidLanes, tanhLanes } from './math/exponential';
export { acoshLanes, asinhLanes, atanhLanes, coshLanes, sinhLanes } from './math/hyperbolic';
export { acosLanes, asinLanes, atan2Lanes, atanLanes } from './math/inverse-trigonometry';
export { log1pLanes, logLanes, softplusLanes } from './math/logarithm';
export { powLanes } from './math/power';
export { rsqrtLanes } from './math/roots';
export { cosLanes, sinLanes, tanLanes } from './math/trigonometry';
