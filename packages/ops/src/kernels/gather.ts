import {
  backend_util,
  util,
  type GatherV2Attrs,
  type OneHotAttrs,
  type ScatterNdAttrs,
  type SparseToDenseAttrs,
  type Tensor,
  type TensorInfo,
  type TopKAttrs,
  type UnsortedSegmentSumAttrs,
} from '@tensorflow/tfjs-core';
import { axisSize, rulesFor, like, type KernelRules, type StaticSpec, type Unary } from './kernel-rule.js';

function gather(
  { x, indices }: Readonly<Record<'x' | 'indices', StaticSpec>>,
  { axis, batchDims }: GatherV2Attrs,
): StaticSpec {
  const [along = 0] = util.parseAxisParam(axis, x.shape);
  const { collectGatherOpShapeInfo } = backend_util.segment_util;
  const { outputShape } = collectGatherOpShapeInfo(x as Tensor, indices as Tensor, along, batchDims);
  return { shape: outputShape, dtype: x.dtype };
}

function gatherNd({ params, indices }: Readonly<Record<'params' | 'indices', StaticSpec>>): StaticSpec {
  const [shape] = backend_util.prepareAndValidate(params as TensorInfo, indices as TensorInfo);
  return { shape: [...shape], dtype: params.dtype };
}

function topK({ x }: Unary, { k }: TopKAttrs): StaticSpec[] {
  const shape = x.shape.with(-1, k);
  return [
    { shape, dtype: x.dtype },
    { shape: [...shape], dtype: 'int32' },
  ];
}

function segmentSum(
  { x, segmentIds }: Readonly<Record<'x' | 'segmentIds', StaticSpec>>,
  attrs: UnsortedSegmentSumAttrs,
): StaticSpec {
  return { shape: [attrs.numSegments, ...x.shape.slice(segmentIds.shape.length)], dtype: x.dtype };
}

type Counted = Readonly<Record<'x' | 'weights', StaticSpec>>;

/**
 * Kernels that read from, write to or count at places that are given by indices.
 *
 * @internal
 */
export const gatherRules: KernelRules = {
  GatherV2: gather,
  GatherNd: gatherNd,
  ScatterNd: ({ updates }: { readonly updates: StaticSpec }, { shape }: ScatterNdAttrs) => ({
    shape: [...shape],
    dtype: updates.dtype,
  }),
  TensorScatterUpdate: ({ tensor }: { readonly tensor: StaticSpec }) => like(tensor),
  SparseToDense: (
    { sparseValues }: { readonly sparseValues: StaticSpec },
    { outputShape }: SparseToDenseAttrs,
  ) => ({
    shape: [...outputShape],
    dtype: sparseValues.dtype,
  }),
  SparseReshape: ({ inputIndices, newShape }: Readonly<Record<'inputIndices' | 'newShape', StaticSpec>>) => [
    { shape: [axisSize(inputIndices, 0), axisSize(newShape, 0)], dtype: inputIndices.dtype },
    { shape: [axisSize(newShape, 0)], dtype: newShape.dtype },
  ],
  UnsortedSegmentSum: segmentSum,
  ...rulesFor(['SearchSorted', 'LowerBound', 'UpperBound'], ({ values }: { readonly values: StaticSpec }) =>
    like(values, 'int32'),
  ),
  TopK: topK,
  OneHot: ({ indices }: { readonly indices: StaticSpec }, { depth, dtype }: OneHotAttrs) => ({
    shape: [...indices.shape, depth],
    dtype,
  }),
  Bincount: ({ weights }: Counted, { size }: { readonly size: number }) => ({
    shape: [size],
    dtype: weights.dtype,
  }),
  DenseBincount: ({ x, weights }: Counted, { size }: { readonly size: number }) => ({
    shape: [...x.shape.slice(0, -1), size],
    dtype: weights.dtype,
  }),
};
