import {
  backend_util,
  slice_util,
  util,
  type BatchToSpaceNDAttrs,
  type ConcatAttrs,
  type DepthToSpaceAttrs,
  type ExpandDimsAttrs,
  type PackAttrs,
  type ReshapeAttrs,
  type ReverseAttrs,
  type SliceAttrs,
  type SpaceToBatchNDAttrs,
  type SplitVAttrs,
  type StridedSliceAttrs,
  type TensorInfo,
  type TileAttrs,
  type TransposeAttrs,
  type UnpackAttrs,
} from '@tensorflow/tfjs-core';
import {
  axisSize,
  rulesFor,
  inOrder,
  like,
  type KernelInputs,
  type KernelRules,
  type StaticSpec,
  type Unary,
} from './kernel-rule.js';

/** A new axis of `size` before `axis`, which counts from the end of the result when negative. */
function insertAxis(shape: readonly number[], axis: number, size: number): number[] {
  const rank = shape.length;
  util.assert(
    -rank - 1 <= axis && axis <= rank,
    () => `Axis must be in the interval [${-rank - 1}, ${rank}], got ${axis}`,
  );
  return shape.toSpliced(axis < 0 ? axis + rank + 1 : axis, 0, size);
}

function reverse({ x }: Unary, { dims }: ReverseAttrs): StaticSpec {
  util.parseAxisParam(dims, x.shape);
  return like(x);
}

function padded(
  { x }: Unary,
  { paddings }: { readonly paddings: readonly (readonly [number, number])[] },
): StaticSpec {
  return {
    shape: x.shape.map((size, axis) => {
      const [before, after] = paddings[axis] ?? [0, 0];
      return size + before + after;
    }),
    dtype: x.dtype,
  };
}

function concat(inputs: KernelInputs, { axis }: ConcatAttrs): StaticSpec {
  const parts = inOrder(inputs);
  const shapes = parts.map(({ shape }) => shape);
  const [along = 0] = util.parseAxisParam(axis, shapes[0] ?? []);
  backend_util.assertParamsConsistent(shapes, along);
  const typed = parts.find(({ shape }) => util.sizeFromShape(shape) > 0) ?? parts[0];
  return { shape: backend_util.computeOutShape(shapes, along), dtype: typed?.dtype ?? 'float32' };
}

function pack(inputs: KernelInputs, { axis }: PackAttrs): StaticSpec {
  const parts = inOrder(inputs);
  const { shape, dtype } = parts[0] ?? { shape: [], dtype: 'float32' };
  for (const part of parts) {
    util.assertShapesMatch(shape, part.shape, 'All tensors passed to stack must have matching shapes ');
    util.assert(dtype === part.dtype, () => 'All tensors passed to stack must have matching dtypes');
  }
  return { shape: insertAxis(shape, axis, parts.length), dtype };
}

function unpack({ value }: { readonly value: StaticSpec }, { axis }: UnpackAttrs): StaticSpec[] {
  const [along = 0] = util.parseAxisParam(axis, value.shape);
  const part: StaticSpec = { shape: value.shape.toSpliced(along, 1), dtype: value.dtype };
  return Array.from({ length: axisSize(value, along) }, () => like(part));
}

function split({ x }: Unary, { axis, numOrSizeSplits }: SplitVAttrs): StaticSpec[] {
  const [along = 0] = util.parseAxisParam(axis, x.shape);
  const sizes = backend_util.prepareSplitSize(x as TensorInfo, numOrSizeSplits, along);
  return sizes.map((size) => ({ shape: x.shape.with(along, size), dtype: x.dtype }));
}

function slice({ x }: Unary, { begin, size }: SliceAttrs): StaticSpec {
  const [starts = [], shape = []] = slice_util.parseSliceParams(x as TensorInfo, begin, size);
  slice_util.assertParamsValid(x as TensorInfo, starts, shape);
  return { shape: [...shape], dtype: x.dtype };
}

function stridedSlice({ x }: Unary, attrs: StridedSliceAttrs): StaticSpec {
  const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } = attrs;
  const { finalShape } = slice_util.sliceInfo(
    x.shape,
    begin,
    end,
    strides,
    beginMask,
    endMask,
    ellipsisMask,
    newAxisMask,
    shrinkAxisMask,
  );
  return { shape: [...finalShape], dtype: x.dtype };
}

/** Moves blocks of the spatial axes, which come first after the batch, into the batch. */
function spaceToBatch({ x }: Unary, { blockShape, paddings }: SpaceToBatchNDAttrs): StaticSpec {
  const shape = x.shape.map((size, axis) => {
    if (axis === 0) return size * util.sizeFromShape(blockShape);
    const block = blockShape[axis - 1];
    if (block === undefined) return size;
    const [before = 0, after = 0] = paddings[axis - 1] ?? [];
    return (size + before + after) / block;
  });
  return { shape, dtype: x.dtype };
}

function batchToSpace({ x }: Unary, { blockShape, crops }: BatchToSpaceNDAttrs): StaticSpec {
  const shape = x.shape.map((size, axis) => {
    if (axis === 0) return size / util.sizeFromShape(blockShape);
    const block = blockShape[axis - 1];
    if (block === undefined) return size;
    const [before = 0, after = 0] = crops[axis - 1] ?? [];
    return size * block - before - after;
  });
  return { shape, dtype: x.dtype };
}

function depthToSpace({ x }: Unary, { blockSize, dataFormat }: DepthToSpaceAttrs): StaticSpec {
  const depthAxis = dataFormat === 'NHWC' ? 3 : 1;
  const shape = x.shape.map((size, axis) => {
    if (axis === 0) return size;
    return axis === depthAxis ? size / blockSize ** 2 : size * blockSize;
  });
  return { shape, dtype: x.dtype };
}

/**
 * Kernels that move elements and compute nothing.
 *
 * @internal
 */
export const layoutRules: KernelRules = {
  ...rulesFor(['PadV2', 'MirrorPad'], padded),
  Reverse: reverse,
  Reshape: ({ x }: Unary, { shape }: ReshapeAttrs) => ({
    shape: util.inferFromImplicitShape(shape, util.sizeFromShape(x.shape)),
    dtype: x.dtype,
  }),
  ExpandDims: ({ input }: { readonly input: StaticSpec }, { dim }: ExpandDimsAttrs) => ({
    shape: insertAxis(input.shape, dim, 1),
    dtype: input.dtype,
  }),
  Transpose: ({ x }: Unary, { perm }: TransposeAttrs) => ({
    shape: perm.map((axis) => axisSize(x, axis)),
    dtype: x.dtype,
  }),
  Tile: ({ x }: Unary, { reps }: TileAttrs) => ({
    shape: x.shape.map((size, axis) => size * (reps[axis] ?? 1)),
    dtype: x.dtype,
  }),
  Diag: ({ x }: Unary) => ({ shape: [...x.shape, ...x.shape], dtype: x.dtype }),
  Concat: concat,
  Pack: pack,
  Unpack: unpack,
  SplitV: split,
  Slice: slice,
  StridedSlice: stridedSlice,
  SpaceToBatchND: spaceToBatch,
  BatchToSpaceND: batchToSpace,
  DepthToSpace: depthToSpace,
};
