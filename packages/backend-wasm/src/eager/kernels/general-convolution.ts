import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { GeneralConvolution } from '../../native/general-geometry.js';
import type { EagerContext } from '../eager-context.js';
import { type Epilogue, withEpilogue } from './fused-epilogue.js';

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
