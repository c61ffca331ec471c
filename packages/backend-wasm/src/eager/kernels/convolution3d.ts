import {
  Conv3D,
  type Conv3DAttrs,
  Conv3DBackpropFilterV2,
  type Conv3DBackpropFilterV2Attrs,
  Conv3DBackpropInputV2,
  type Conv3DBackpropInputV2Attrs,
  type TensorInfo,
  backend_util,
} from '@tensorflow/tfjs-core';
import { type GeneralConvolution, ofVolumes } from '../../native/general-geometry.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';
import { generalFilterGradient, generalForward, generalInputGradient } from './general-convolution.js';

type Shape = [number, number, number, number, number];

/** The gradients come without dilations where there are none. */
type Attrs = Pick<Conv3DAttrs, 'strides' | 'pad'> & Partial<Pick<Conv3DAttrs, 'dilations'>>;

function geometryOf(
  inShape: readonly number[],
  filterShape: readonly number[],
  { strides, pad, dilations = 1 }: Attrs,
): GeneralConvolution {
  return ofVolumes(
    backend_util.computeConv3DInfo(inShape as Shape, filterShape as Shape, strides, dilations, pad),
  );
}

export const conv3d: EagerKernel = eagerKernel<{ x: TensorInfo; filter: TensorInfo }, Conv3DAttrs>(
  Conv3D,
  (inputs, attrs, context) => {
    const geometry = geometryOf(inputs.x.shape, inputs.filter.shape, attrs);
    return generalForward(geometry, inputs, { activation: 'linear' }, context);
  },
);

/** The stock backend has one, which is not the gradient of its `Conv3D`. */
export const conv3dBackpropInput: EagerKernel = eagerKernel<
  { dy: TensorInfo; filter: TensorInfo },
  Conv3DBackpropInputV2Attrs
>(Conv3DBackpropInputV2, (inputs, attrs, context) =>
  generalInputGradient(geometryOf(attrs.inputShape, inputs.filter.shape, attrs), inputs, context),
);

export const conv3dBackpropFilter: EagerKernel = eagerKernel<
  { x: TensorInfo; dy: TensorInfo },
  Conv3DBackpropFilterV2Attrs
>(Conv3DBackpropFilterV2, (inputs, attrs, context) =>
  generalFilterGradient(geometryOf(inputs.x.shape, attrs.filterShape, attrs), inputs, context),
);
