import { type TensorInfo, backend_util, util } from '@tensorflow/tfjs-core';
import type { EagerContext } from '../eager-context.js';
import { type Epilogue, withEpilogue } from './fused-epilogue.js';

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

function isEmpty({ inShape, filterShape, outShape }: GeneralConvolution): boolean {
  return [inShape, filterShape, outShape].some((shape) => util.sizeFromShape([...shape]) === 0);
}

export function generalForward(
  convolution: GeneralConvolution,
  { x, filter }: { readonly x: TensorInfo; readonly filter: TensorInfo },
  epilogue: Epilogue,
  context: EagerContext,
): TensorInfo {
  const { outShape, batch, filters, words } = convolution;
  if (isEmpty(convolution)) return context.zeros(outShape, 'float32');
  return withEpilogue(epilogue, filters, context, (bias, low) => {
    const y = context.output(outShape, 'float32');
    const geometry = context.geometry(words);
    context.withScratch(context.native.generalScratch(geometry), (scratch) => {
      const [from, by, to] = [context.address(x), context.address(filter), context.address(y)];
      context.native.generalConvolution(geometry, from, by, bias, to, low, scratch, 0, batch);
    });
    return y;
  });
}

export function generalInputGradient(
  convolution: GeneralConvolution,
  { dy, filter }: { readonly dy: TensorInfo; readonly filter: TensorInfo },
  context: EagerContext,
): TensorInfo {
  const { inShape, batch, words } = convolution;
  if (isEmpty(convolution)) return context.zeros(inShape, 'float32');
  const dx = context.output(inShape, 'float32');
  const geometry = context.geometry(words);
  context.withScratch(context.native.generalScratch(geometry), (scratch) => {
    const [from, by, to] = [context.address(dy), context.address(filter), context.address(dx)];
    context.native.generalInputGradient(geometry, from, by, to, scratch, 0, batch);
  });
  return dx;
}

export function generalFilterGradient(
  convolution: GeneralConvolution,
  { x, dy }: { readonly x: TensorInfo; readonly dy: TensorInfo },
  context: EagerContext,
): TensorInfo {
  const { filterShape, words } = convolution;
  if (isEmpty(convolution)) return context.zeros(filterShape, 'float32');
  const { native } = context;
  const dFilter = context.output(filterShape, 'float32');
  const geometry = context.geometry(words);
  const sumsBytes = native.generalFilterGradientSums(geometry);
  context.withScratch(sumsBytes + native.generalScratch(geometry), (sums) => {
    const [from, gradient] = [context.address(x), context.address(dy)];
    const parts = native.generalFilterGradientParts(geometry);
    native.generalFilterGradient(geometry, from, gradient, sums, sums + sumsBytes, 0, parts);
    native.generalFilterGradientSum(geometry, sums, context.address(dFilter));
  });
  return dFilter;
}
