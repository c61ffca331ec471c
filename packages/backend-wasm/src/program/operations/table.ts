import type { Operation } from '@myelin/compiler';
import { cond, whileLoop } from './branches.js';
import { convolution, filterGradient, inputGradient } from './convolutions.js';
import { all, any, fused, lone } from './fused.js';
import { gather } from './gather.js';
import type { Lower } from './lowering.js';
import { concatenate, fill, pad, split, stack, tile, unstack, view } from './moves.js';
import {
  averagePool,
  averagePool3d,
  averagePool3dGradient,
  averagePoolGradient,
  maxPool,
  maxPool3d,
  maxPool3dGradient,
  maxPoolGradient,
} from './pooling.js';
import { poolingConvolution, poolingConvolutionGradient } from './pooling-convolutions.js';
import { product } from './products.js';
import {
  gruSequence,
  gruSequenceGradient,
  lstmSequence,
  lstmSequenceGradient,
  simpleRnnSequence,
  simpleRnnSequenceGradient,
} from './recurrent.js';
import { argMax, argMin, logSoftmax, oneHot, philoxUniform, segmentSum, softmax, topK } from './rows.js';
import { scan } from './scan.js';

/** How operations become stages, by their names; elementwise ones and reductions are regions of one. */
const table: Readonly<Record<string, Lower>> = {
  All: all,
  Any: any,
  ArgMax: argMax,
  ArgMin: argMin,
  AvgPool: averagePool,
  AvgPool3D: averagePool3d,
  AvgPool3DGrad: averagePool3dGradient,
  AvgPoolGrad: averagePoolGradient,
  BatchMatMul: product,
  BroadcastTo: view,
  Concat: concatenate,
  Cond: cond,
  Conv2D: convolution,
  Conv2DBackpropFilter: filterGradient,
  Conv2DBackpropInput: inputGradient,
  Conv3D: convolution,
  Conv3DBackpropFilterV2: filterGradient,
  Conv3DBackpropInputV2: inputGradient,
  DepthwiseConv2dNative: convolution,
  DepthwiseConv2dNativeBackpropFilter: filterGradient,
  DepthwiseConv2dNativeBackpropInput: inputGradient,
  Fill: fill,
  Fused: fused,
  FusedConv2D: convolution,
  GatherV2: gather,
  GruSequence: gruSequence,
  GruSequenceGradient: gruSequenceGradient,
  LogSoftmax: logSoftmax,
  LstmSequence: lstmSequence,
  LstmSequenceGradient: lstmSequenceGradient,
  MaxPool: maxPool,
  MaxPool3D: maxPool3d,
  MaxPool3DGrad: maxPool3dGradient,
  MaxPoolGrad: maxPoolGradient,
  OneHot: oneHot,
  Pack: stack,
  PadV2: pad,
  PermutedMatMul: product,
  PhiloxUniform: philoxUniform,
  PoolingConv2D: poolingConvolution,
  PoolingConv2DGradient: poolingConvolutionGradient,
  Reverse: view,
  Scan: scan,
  SimpleRnnSequence: simpleRnnSequence,
  SimpleRnnSequenceGradient: simpleRnnSequenceGradient,
  Slice: view,
  Softmax: softmax,
  SplitV: split,
  Tile: tile,
  TopK: topK,
  Transpose: view,
  Unpack: unstack,
  UnsortedSegmentSum: segmentSum,
  While: whileLoop,
  _FusedMatMul: product,
};

/** How an operation becomes stages. */
export function lowerOf({ op }: Operation): Lower {
  return table[op] ?? lone;
}
