import { type MaxPoolAttrs, backend_util } from '@tensorflow/tfjs-core';

/** What the kernels of tfjs-core call the attributes of pooling. */
export type PoolAttrs = Pick<MaxPoolAttrs, 'filterSize' | 'strides' | 'pad' | 'dimRoundingMode'>;

type Geometry = backend_util.Conv3DInfo;

/** The window in three dimensions; images have one slice. */
export type PoolOf = (shape: readonly number[], attrs: PoolAttrs) => Pool;

interface Pool {
  readonly inShape: readonly number[];
  readonly outShape: readonly number[];
  /** The fields of `PoolGeometry` in assembly/pooling.ts. */
  readonly words: readonly number[];
}

export const imagePool: PoolOf = (shape, { filterSize, strides, pad, dimRoundingMode }) => {
  const info = backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const { padInfo } = info;
  return {
    inShape: info.inShape,
    outShape: info.outShape,
    words: [
      ...[info.batchSize, 1, info.inHeight, info.inWidth, info.inChannels],
      ...[1, info.filterHeight, info.filterWidth],
      ...[1, info.strideHeight, info.strideWidth],
      ...[0, padInfo.top, padInfo.left],
      ...[1, info.outHeight, info.outWidth],
    ],
  };
};

export const volumePool: PoolOf = (shape, { filterSize, strides, pad, dimRoundingMode }) => {
  const info: Geometry = backend_util.computePool3DInfo(
    shape as [number, number, number, number, number],
    filterSize as unknown as [number, number, number],
    strides as unknown as [number, number, number],
    1,
    pad as 'valid' | 'same' | number,
    dimRoundingMode,
  );
  const { padInfo } = info;
  return {
    inShape: info.inShape,
    outShape: info.outShape,
    words: [
      ...[info.batchSize, info.inDepth, info.inHeight, info.inWidth, info.inChannels],
      ...[info.filterDepth, info.filterHeight, info.filterWidth],
      ...[info.strideDepth, info.strideHeight, info.strideWidth],
      // Negative where the stride is beyond the window, which would cut the volume; TensorFlow does not.
      ...[padInfo.front, padInfo.top, padInfo.left].map((pad) => Math.max(0, pad)),
      ...[info.outDepth, info.outHeight, info.outWidth],
    ],
  };
};
