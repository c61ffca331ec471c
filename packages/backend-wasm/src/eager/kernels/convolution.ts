import {
  Conv2D,
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  Conv2DBackpropInput,
  type Conv2DBackpropInputAttrs,
  FusedConv2D,
  type TensorInfo,
  type backend_util,
  util,
} from '@tensorflow/tfjs-core';
import {
  type ConvolutionAttrs,
  convolutionInfo,
  convolutionWords,
} from '../../native/convolution-geometry.js';
import { ofImages } from '../../native/general-geometry.js';
import type { GeometryAddress } from '../../native/native-kernels.js';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';
import { type Epilogue, withEpilogue } from './fused-epilogue.js';
import { generalFilterGradient, generalForward, generalInputGradient } from './general-convolution.js';

interface Operands {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
}

export const conv2d: EagerKernel = eagerKernel<Operands, ConvolutionAttrs>(Conv2D, (inputs, attrs, context) =>
  forward(inputs, attrs, { activation: 'linear' }, context),
);

export const fusedConv2d: EagerKernel = eagerKernel<Operands & Epilogue, ConvolutionAttrs & Epilogue>(
  FusedConv2D,
  (inputs, attrs, context) => forward(inputs, attrs, { ...inputs, ...attrs }, context),
);

export const conv2dBackpropInput: EagerKernel = eagerKernel<
  { dy: TensorInfo; filter: TensorInfo },
  Conv2DBackpropInputAttrs
>(Conv2DBackpropInput, ({ dy, filter }, attrs, context) => {
  const info = convolutionInfo(attrs.inputShape, filter.shape, attrs);
  if (isDilated(info)) return generalInputGradient(ofImages(info), { dy, filter }, context);
  if (isEmpty(info)) return context.zeros(info.inShape, 'float32');
  const dx = context.output(info.inShape, 'float32');
  const { native } = context;
  const geometry = geometryOf(info, context);
  context.withScratch(native.inputGradientScratch(geometry), (scratch) => {
    native.inputGradient(
      geometry,
      context.address(dy),
      context.address(filter),
      context.address(dx),
      scratch,
      0,
      info.batchSize,
    );
  });
  return dx;
});

export const conv2dBackpropFilter: EagerKernel = eagerKernel<
  { x: TensorInfo; dy: TensorInfo },
  Conv2DBackpropFilterAttrs
>(Conv2DBackpropFilter, ({ x, dy }, attrs, context) => {
  const info = convolutionInfo(x.shape, attrs.filterShape, attrs);
  if (isDilated(info)) return generalFilterGradient(ofImages(info), { x, dy }, context);
  if (isEmpty(info)) return context.zeros(info.filterShape, 'float32');
  const dFilter = context.output(info.filterShape, 'float32');
  const { native } = context;
  const geometry = geometryOf(info, context);
  const sumsBytes = native.filterGradientSums(geometry);
  context.withScratch(sumsBytes + native.filterGradientScratch(geometry), (sums) => {
    const [from, gradient] = [context.address(x), context.address(dy)];
    const parts = native.filterGradientParts(geometry);
    native.filterGradient(geometry, from, gradient, sums, sums + sumsBytes, 0, parts);
    native.filterGradientSum(geometry, sums, context.address(dFilter));
  });
  return dFilter;
});

function forward(
  inputs: Operands,
  attrs: ConvolutionAttrs,
  epilogue: Epilogue,
  context: EagerContext,
): TensorInfo {
  const { x, filter } = inputs;
  const info = convolutionInfo(x.shape, filter.shape, attrs);
  if (isDilated(info)) return generalForward(ofImages(info), inputs, epilogue, context);
  if (isEmpty(info)) return context.zeros(info.outShape, 'float32');
  return withEpilogue(epilogue, info.outChannels, context, (bias, low) => {
    const y = context.output(info.outShape, 'float32');
    const { native } = context;
    const geometry = geometryOf(info, context);
    context.withScratch(native.convolutionScratch(geometry), (scratch) => {
      native.convolution(
        geometry,
        context.address(x),
        context.address(filter),
        bias,
        context.address(y),
        low,
        scratch,
        0,
        info.batchSize,
      );
    });
    return y;
  });
}

/** The tiles of plain convolutions read a row of the window as one piece, which a dilation breaks. */
function isDilated(info: backend_util.Conv2DInfo): boolean {
  return info.dilationHeight * info.dilationWidth > 1;
}

function isEmpty(info: backend_util.Conv2DInfo): boolean {
  return [info.inShape, info.outShape, info.filterShape].some((shape) => util.sizeFromShape(shape) === 0);
}

function geometryOf(info: backend_util.Conv2DInfo, context: EagerContext): GeometryAddress {
  return context.geometry(convolutionWords(info));
}
