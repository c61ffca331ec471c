import {
  DepthwiseConv2dNativeBackpropFilter,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  DepthwiseConv2dNativeBackpropInput,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type TensorInfo,
  backend_util,
  util,
} from '@tensorflow/tfjs-core';
import type { GeometryAddress } from '../../native/native-kernels.js';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

type Shape = [number, number, number, number];

export const depthwiseBackpropFilter: EagerKernel = eagerKernel<
  { x: TensorInfo; dy: TensorInfo },
  DepthwiseConv2dNativeBackpropFilterAttrs
>(DepthwiseConv2dNativeBackpropFilter, ({ x, dy }, attrs, context) => {
  const info = infoOf(x.shape as Shape, attrs.filterShape, attrs);
  const dFilter = context.output(info.filterShape, 'float32');
  if (util.sizeFromShape(info.filterShape) > 0) {
    const to = context.address(dFilter);
    context.native.depthwiseFilterGradient(
      geometryOf(info, context),
      context.address(x),
      context.address(dy),
      to,
    );
  }
  return dFilter;
});

export const depthwiseBackpropInput: EagerKernel = eagerKernel<
  { dy: TensorInfo; filter: TensorInfo },
  DepthwiseConv2dNativeBackpropInputAttrs
>(DepthwiseConv2dNativeBackpropInput, ({ dy, filter }, attrs, context) => {
  const info = infoOf(attrs.inputShape, filter.shape as Shape, attrs);
  const dx = context.output(info.inShape, 'float32');
  if (util.sizeFromShape(info.inShape) > 0) {
    const to = context.address(dx);
    context.native.depthwiseInputGradient(
      geometryOf(info, context),
      context.address(dy),
      context.address(filter),
      to,
    );
  }
  return dx;
});

function infoOf(
  inShape: Shape,
  filterShape: Shape,
  { strides, dilations, pad, dimRoundingMode }: Omit<DepthwiseConv2dNativeBackpropInputAttrs, 'inputShape'>,
): backend_util.Conv2DInfo {
  return backend_util.computeConv2DInfo(inShape, filterShape, strides, dilations, pad, dimRoundingMode, true);
}

/** The fields of `DepthwiseGeometry` in assembly/depthwise.ts. */
function geometryOf(info: backend_util.Conv2DInfo, context: EagerContext): GeometryAddress {
  return context.geometry([
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
  ]);
}
