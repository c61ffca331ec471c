import {
  Conv3DBackpropFilterV2,
  Conv3DBackpropInputV2,
  type Conv3DBackpropInputV2Attrs,
  type GradConfig,
  type Tensor,
  type Tensor5D,
  conv3d,
  engine,
} from '@tensorflow/tfjs-core';

/** The gradient of a transposed convolution of volumes, which tfjs-core lacks. */
export const conv3dBackpropInputGradient: GradConfig = {
  kernelName: Conv3DBackpropInputV2,
  inputsToSave: ['dy', 'filter'],
  gradFunc(upstream, saved, attributes) {
    const [dy, filter] = saved as [Tensor5D, Tensor5D];
    const { strides, pad } = attributes as unknown as Conv3DBackpropInputV2Attrs;
    const x = upstream as Tensor5D;
    return {
      dy: () => conv3d(x, filter, strides, pad),
      filter: () =>
        engine().runKernel<Tensor>(
          Conv3DBackpropFilterV2,
          { x, dy },
          { strides, pad, filterShape: filter.shape },
        ),
    };
  },
};
