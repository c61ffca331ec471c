import { type Conv2DBackpropFilterAttrs, backend_util } from '@tensorflow/tfjs-core';

type Shape = [number, number, number, number];
type Pair = [number, number] | number;

/** What the kernels of tfjs-core call the attributes of a convolution of images. */
export interface ConvolutionAttrs {
  readonly strides: Pair;
  readonly pad: Conv2DBackpropFilterAttrs['pad'];
  readonly dataFormat?: 'NHWC' | 'NCHW';
  readonly dilations?: Pair;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** All sizes of a convolution of images whose channels come last. */
export function convolutionInfo(
  inShape: readonly number[],
  filterShape: readonly number[],
  { strides, dilations = 1, pad, dimRoundingMode }: ConvolutionAttrs,
): backend_util.Conv2DInfo {
  return backend_util.computeConv2DInfo(
    inShape as Shape,
    filterShape as Shape,
    strides,
    dilations,
    pad,
    dimRoundingMode,
  );
}

/** The fields of `ConvolutionGeometry` in assembly/windows.ts. */
export function convolutionWords(info: backend_util.Conv2DInfo): number[] {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
    info.outHeight,
    info.outWidth,
    info.outChannels,
  ];
}
