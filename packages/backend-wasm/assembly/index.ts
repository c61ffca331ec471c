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
export { depthwise, depthwiseFilterGradient, depthwiseInputGradient } from './depthwise';
export { clamp, maximum, minimum, sign } from './elementwise';
export { gather } from './gather';
export { gemm } from './gemm';
export { gemmInt } from './gemm-int';
export { productUnits, products } from './products';
export { averagePool, averagePoolGradient, maxPool, maxPoolGradient } from './pooling';
export { sum } from './reduction';
export { segmentSum, segmentSumInt } from './segment-sum';
export { setWorkspace, workspaceBytes } from './workspace';
export { erfLanes } from './math/error-function';
export { expLanes, expm1Lanes, sigmoidLanes, tanhLanes } from './math/exponential';
export { log1pLanes, logLanes, softplusLanes } from './math/logarithm';
export { rsqrtLanes } from './math/roots';
export * from './math-arrays';
