import {
  backend_util,
  type Conv2DAttrs,
  type Conv3DAttrs,
  type DepthwiseConv2dNativeAttrs,
  type Dilation2DAttrs,
} from '@tensorflow/tfjs-core';
import { rulesFor, like, type KernelRules, type StaticSpec } from './kernel-rule.js';

type Convolved = Readonly<Record<'x' | 'filter', StaticSpec>>;
type Shape3 = [number, number, number];
type Shape4 = [number, number, number, number];
type Shape5 = [number, number, number, number, number];

/** @internal */
export function conv2d({ x, filter }: Convolved, attrs: Conv2DAttrs): StaticSpec {
  const { outShape } = backend_util.computeConv2DInfo(
    x.shape as Shape4,
    filter.shape as Shape4,
    attrs.strides,
    attrs.dilations,
    attrs.pad,
    attrs.dimRoundingMode,
    false,
    backend_util.convertConv2DDataFormat(attrs.dataFormat),
  );
  return { shape: outShape, dtype: x.dtype };
}

/** tfjs-core leaves out dilations of 1 in gradients. */
type DepthwiseAttrs = Omit<DepthwiseConv2dNativeAttrs, 'dilations'> &
  Partial<Pick<DepthwiseConv2dNativeAttrs, 'dilations'>>;

function depthwiseConv2d({ x, filter }: Convolved, attrs: DepthwiseAttrs): StaticSpec {
  const { outShape } = backend_util.computeConv2DInfo(
    x.shape as Shape4,
    filter.shape as Shape4,
    attrs.strides,
    attrs.dilations ?? 1,
    attrs.pad,
    attrs.dimRoundingMode,
    true,
  );
  return { shape: outShape, dtype: x.dtype };
}

function conv3d({ x, filter }: Convolved, { strides, dilations, pad }: Conv3DAttrs): StaticSpec {
  const { outShape } = backend_util.computeConv3DInfo(
    x.shape as Shape5,
    filter.shape as Shape5,
    strides,
    dilations,
    pad,
  );
  return { shape: outShape, dtype: x.dtype };
}

function dilation2d({ x, filter }: Convolved, { strides, pad, dilations }: Dilation2DAttrs): StaticSpec {
  const { outShape } = backend_util.computeDilation2DInfo(
    x.shape as Shape4,
    filter.shape as Shape3,
    strides,
    pad,
    'NHWC',
    dilations,
  );
  return { shape: outShape, dtype: x.dtype };
}

/**
 * Convolutions and their gradients.
 *
 * @internal
 */
export const convolutionRules: KernelRules = {
  ...rulesFor(['Conv2D', 'FusedConv2D'], conv2d),
  ...rulesFor(['DepthwiseConv2dNative', 'FusedDepthwiseConv2D'], depthwiseConv2d),
  ...rulesFor(
    ['Conv2DBackpropFilter', 'Conv3DBackpropFilterV2', 'DepthwiseConv2dNativeBackpropFilter'],
    (_inputs: object, { filterShape }: { readonly filterShape: readonly number[] }) => ({
      shape: [...filterShape],
      dtype: 'float32',
    }),
  ),
  ...rulesFor(
    ['Conv2DBackpropInput', 'Conv3DBackpropInputV2', 'DepthwiseConv2dNativeBackpropInput'],
    (_inputs: object, { inputShape }: { readonly inputShape: readonly number[] }) => ({
      shape: [...inputShape],
      dtype: 'float32',
    }),
  ),
  Conv3D: conv3d,
  Dilation2D: dilation2d,
  Dilation2DBackpropInput: ({ x }: Convolved) => like(x),
  Dilation2DBackpropFilter: ({ filter }: Convolved) => like(filter),
};
