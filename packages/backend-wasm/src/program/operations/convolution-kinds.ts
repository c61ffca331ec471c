import type { Operation } from '@myelin/compiler';
import { TraceError } from '@myelin/core';
import { type Conv3DAttrs, backend_util } from '@tensorflow/tfjs-core';
import {
  type ConvolutionAttrs,
  convolutionInfo,
  convolutionWords,
} from '../../native/convolution-geometry.js';
import { type DepthwiseAttrs, depthwiseInfo, depthwiseWords } from '../../native/depthwise-geometry.js';
import { ofImages, ofVolumes } from '../../native/general-geometry.js';
import type { NativeKernels } from '../../native/native-kernels.js';

/** Kernels that tell a number of a geometry. */
export type OfGeometry = {
  [Name in keyof NativeKernels]: NativeKernels[Name] extends (geometry: number) => number ? Name : never;
}[keyof NativeKernels];

/** The kernels for one kind of convolution. */
interface Kernels {
  readonly forward: keyof NativeKernels;
  readonly byInput: keyof NativeKernels;
  readonly byFilter: keyof NativeKernels;
  readonly sum: keyof NativeKernels;
  readonly parts: OfGeometry;
  readonly sums: OfGeometry;
  /** Bytes that a thread needs for itself; undefined where kernels take no scratch memory. */
  readonly scratch: Readonly<Record<'forward' | 'byInput' | 'byFilter', OfGeometry>> | undefined;
}

/** Of images, by tiles or by Winograd's transforms. */
const plain: Kernels = {
  forward: 'convolution',
  byInput: 'inputGradient',
  byFilter: 'filterGradient',
  sum: 'filterGradientSum',
  parts: 'filterGradientParts',
  sums: 'filterGradientSums',
  scratch: {
    forward: 'convolutionScratch',
    byInput: 'inputGradientScratch',
    byFilter: 'filterGradientScratch',
  },
};

/** Dilated, or of volumes. */
const general: Kernels = {
  forward: 'generalConvolution',
  byInput: 'generalInputGradient',
  byFilter: 'generalFilterGradient',
  sum: 'generalFilterGradientSum',
  parts: 'generalFilterGradientParts',
  sums: 'generalFilterGradientSums',
  scratch: { forward: 'generalScratch', byInput: 'generalScratch', byFilter: 'generalScratch' },
};

/** Of each channel by itself. */
const depthwise: Kernels = {
  forward: 'depthwise',
  byInput: 'depthwiseInputGradient',
  byFilter: 'depthwiseFilterGradient',
  sum: 'depthwiseFilterGradientSum',
  parts: 'depthwiseFilterGradientParts',
  sums: 'depthwiseFilterGradientSums',
  scratch: undefined,
};

/** A convolution with the kernels that compute it. */
export interface Convolution {
  readonly kernels: Kernels;
  /** The fields of the geometry that they take. */
  readonly words: readonly number[];
  readonly images: number;
  readonly outShape: readonly number[];
}

type Shape5 = [number, number, number, number, number];

/** The convolution that an operation is, or is a gradient of. */
export function convolutionOf(
  { op, attrs }: Pick<Operation, 'op' | 'attrs'>,
  inShape: readonly number[],
  filterShape: readonly number[],
): Convolution {
  const { dataFormat } = attrs;
  if (dataFormat === 'NCHW' || dataFormat === 'NCDHW') {
    throw new TraceError({ who: 'wasm', expected: 'images whose channels come last', got: op });
  }
  if (op.includes('Depthwise')) {
    const info = depthwiseInfo(inShape, filterShape, attrs as unknown as DepthwiseAttrs);
    return { ...info, kernels: depthwise, words: depthwiseWords(info), images: info.batchSize };
  }
  if (op.includes('3D')) {
    const { strides, dilations, pad } = attrs as unknown as Pick<Conv3DAttrs, 'strides' | 'pad'> &
      Partial<Pick<Conv3DAttrs, 'dilations'>>;
    const volumes = ofVolumes(
      backend_util.computeConv3DInfo(inShape as Shape5, filterShape as Shape5, strides, dilations ?? 1, pad),
    );
    return { ...volumes, kernels: general, images: volumes.batch };
  }
  const info = convolutionInfo(inShape, filterShape, attrs as unknown as ConvolutionAttrs);
  const { outShape, batchSize: images } = info;
  // The tiles of plain convolutions read a row of the window as one piece, which a dilation breaks.
  if (info.dilationHeight * info.dilationWidth > 1) return { ...ofImages(info), kernels: general, images };
  return { kernels: plain, words: convolutionWords(info), images, outShape };
}
