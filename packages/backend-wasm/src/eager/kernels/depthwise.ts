import {
  DepthwiseConv2dNative,
  type DepthwiseConv2dNativeAttrs,
  DepthwiseConv2dNativeBackpropFilter,
  FusedDepthwiseConv2D,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  DepthwiseConv2dNativeBackpropInput,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type TensorInfo,
  type backend_util,
  util,
} from '@tensorflow/tfjs-core';
import { depthwiseInfo, depthwiseWords } from '../../native/depthwise-geometry.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';
import { type Epilogue, withEpilogue } from './fused-epilogue.js';

interface Operands {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
}

export const depthwiseConv2d: EagerKernel = forward(DepthwiseConv2dNative);
export const fusedDepthwiseConv2d: EagerKernel = forward(FusedDepthwiseConv2D);

export const depthwiseBackpropFilter: EagerKernel = eagerKernel<
  { x: TensorInfo; dy: TensorInfo },
  DepthwiseConv2dNativeBackpropFilterAttrs
>(DepthwiseConv2dNativeBackpropFilter, ({ x, dy }, attrs, context) => {
  const info = depthwiseInfo(x.shape, attrs.filterShape, attrs);
  if (isEmpty(info)) return context.zeros(info.filterShape, 'float32');
  const dFilter = context.output(info.filterShape, 'float32');
  const { native } = context;
  const geometry = context.geometry(depthwiseWords(info));
  context.withScratch(native.depthwiseFilterGradientSums(geometry), (sums) => {
    const parts = native.depthwiseFilterGradientParts(geometry);
    native.depthwiseFilterGradient(geometry, context.address(x), context.address(dy), sums, 0, parts);
    native.depthwiseFilterGradientSum(geometry, sums, context.address(dFilter));
  });
  return dFilter;
});

export const depthwiseBackpropInput: EagerKernel = eagerKernel<
  { dy: TensorInfo; filter: TensorInfo },
  DepthwiseConv2dNativeBackpropInputAttrs
>(DepthwiseConv2dNativeBackpropInput, ({ dy, filter }, attrs, context) => {
  const info = depthwiseInfo(attrs.inputShape, filter.shape, attrs);
  const dx = context.output(info.inShape, 'float32');
  if (util.sizeFromShape(info.inShape) > 0) {
    const to = context.address(dx);
    context.native.depthwiseInputGradient(
      context.geometry(depthwiseWords(info)),
      context.address(dy),
      context.address(filter),
      to,
      0,
      info.batchSize,
    );
  }
  return dx;
});

function forward(kernelName: string): EagerKernel {
  return eagerKernel<
    Operands & { readonly bias?: TensorInfo; readonly preluActivationWeights?: TensorInfo },
    DepthwiseConv2dNativeAttrs & Partial<Epilogue>
  >(kernelName, (inputs, attrs, context) => {
    const { x, filter } = inputs;
    const info = depthwiseInfo(x.shape, filter.shape, attrs);
    const epilogue = { ...inputs, ...attrs, activation: attrs.activation ?? 'linear' };
    return withEpilogue(epilogue, info.outChannels, context, (bias, low) => {
      const y = context.output(info.outShape, 'float32');
      if (util.sizeFromShape(info.outShape) === 0) return y;
      const to = context.address(y);
      const geometry = context.geometry(depthwiseWords(info));
      const [from, by] = [context.address(x), context.address(filter)];
      context.native.depthwise(geometry, from, by, bias, to, low, 0, info.batchSize);
      return y;
    });
  });
}

function isEmpty(info: backend_util.Conv2DInfo): boolean {
  return [info.inShape, info.outShape, info.filterShape].some((shape) => util.sizeFromShape(shape) === 0);
}
