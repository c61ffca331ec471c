import type { backend_util } from '@tensorflow/tfjs-core';

/** A convolution that the kernels for plain ones cannot do: in three dimensions, or dilated. */
export interface GeneralConvolution {
  readonly inShape: readonly number[];
  readonly filterShape: readonly number[];
  readonly outShape: readonly number[];
  readonly batch: number;
  readonly filters: number;
  /** The fields of `GeneralGeometry` in assembly/general-plan.ts. */
  readonly words: readonly number[];
}

/** An image is a volume of one slice. */
export function ofImages(info: backend_util.Conv2DInfo): GeneralConvolution {
  const { padInfo } = info;
  return {
    ...info,
    batch: info.batchSize,
    filters: info.outChannels,
    words: [
      ...[info.batchSize, 1, info.inHeight, info.inWidth, info.inChannels],
      ...[1, info.filterHeight, info.filterWidth],
      ...[1, info.strideHeight, info.strideWidth],
      ...[1, info.dilationHeight, info.dilationWidth],
      ...[0, padInfo.top, padInfo.left],
      ...[1, info.outHeight, info.outWidth, info.outChannels, 1],
    ],
  };
}

export function ofVolumes(info: backend_util.Conv3DInfo): GeneralConvolution {
  const { padInfo } = info;
  return {
    ...info,
    batch: info.batchSize,
    filters: info.outChannels,
    words: [
      ...[info.batchSize, info.inDepth, info.inHeight, info.inWidth, info.inChannels],
      ...[info.filterDepth, info.filterHeight, info.filterWidth],
      ...[info.strideDepth, info.strideHeight, info.strideWidth],
      ...[info.dilationDepth, info.dilationHeight, info.dilationWidth],
      // Negative where the stride is beyond the window, which would cut the volume; TensorFlow does not.
      ...[padInfo.front, padInfo.top, padInfo.left].map((pad) => Math.max(0, pad)),
      ...[info.outDepth, info.outHeight, info.outWidth, info.outChannels, 1],
    ],
  };
}
