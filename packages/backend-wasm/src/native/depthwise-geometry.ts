import { type DepthwiseConv2dNativeAttrs, backend_util } from '@tensorflow/tfjs-core';

type Shape = [number, number, number, number];

/** What the kernels of tfjs-core call the attributes of a depthwise convolution; gradients may say null for no dilation. */
export type DepthwiseAttrs = Pick<DepthwiseConv2dNativeAttrs, 'strides' | 'pad' | 'dimRoundingMode'> & {
  readonly dilations?: DepthwiseConv2dNativeAttrs['dilations'] | null;
};

/** All sizes of a convolution of each channel by itself. */
export function depthwiseInfo(
  inShape: readonly number[],
  filterShape: readonly number[],
  { strides, dilations, pad, dimRoundingMode }: DepthwiseAttrs,
): backend_util.Conv2DInfo {
  return backend_util.computeConv2DInfo(
    inShape as Shape,
    filterShape as Shape,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    true,
  );
}

/** The fields of `DepthwiseGeometry` in assembly/depthwise.ts. */
export function depthwiseWords(info: backend_util.Conv2DInfo): number[] {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outChannels / info.inChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
    info.outHeight,
    info.outWidth,
  ];
}
