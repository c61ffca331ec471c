import {
  AvgPool,
  AvgPool3D,
  AvgPool3DGrad,
  AvgPoolGrad,
  MaxPool,
  MaxPool3D,
  MaxPool3DGrad,
  type MaxPoolAttrs,
  MaxPoolGrad,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { Address, GeometryAddress, NativeKernels } from '../../native/native-kernels.js';
import { type PoolOf, imagePool, volumePool } from '../../native/pool-geometry.js';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

function forward(
  kernelName: string,
  poolOf: PoolOf,
  run: (native: NativeKernels) => (geometry: GeometryAddress, x: Address, y: Address) => void,
): EagerKernel {
  return eagerKernel<{ x: TensorInfo }, MaxPoolAttrs>(kernelName, ({ x }, attrs, context) => {
    const { outShape, words } = poolOf(x.shape, attrs);
    const y = context.output(outShape, 'float32');
    if (util.sizeFromShape([...outShape]) > 0) {
      run(context.native)(context.geometry(words), context.address(x), context.address(y));
    }
    return y;
  });
}

function backward(
  kernelName: string,
  poolOf: PoolOf,
  run: (
    native: NativeKernels,
  ) => (geometry: GeometryAddress, input: Address, dy: Address, dx: Address) => void,
): EagerKernel {
  return eagerKernel<{ dy: TensorInfo; input: TensorInfo }, MaxPoolAttrs>(
    kernelName,
    ({ dy, input }, attrs, context: EagerContext) => {
      const { inShape, words } = poolOf(input.shape, attrs);
      const dx = context.output(inShape, 'float32');
      if (util.sizeFromShape([...inShape]) > 0) {
        const [x, from, to] = [context.address(input), context.address(dy), context.address(dx)];
        run(context.native)(context.geometry(words), x, from, to);
      }
      return dx;
    },
  );
}

export const maxPool: EagerKernel = forward(MaxPool, imagePool, (native) => native.maxPool);
export const maxPool3d: EagerKernel = forward(MaxPool3D, volumePool, (native) => native.maxPool);
export const averagePool: EagerKernel = forward(AvgPool, imagePool, (native) => native.averagePool);
export const averagePool3d: EagerKernel = forward(AvgPool3D, volumePool, (native) => native.averagePool);

export const maxPoolGrad: EagerKernel = backward(MaxPoolGrad, imagePool, (native) => native.maxPoolGradient);
export const maxPool3dGrad: EagerKernel = backward(MaxPool3DGrad, volumePool, (native) => native.maxPoolGradient);
export const averagePoolGrad: EagerKernel = backward(
  AvgPoolGrad,
  imagePool,
  (native) => (geometry, _, dy, dx) => {
    native.averagePoolGradient(geometry, dy, dx);
  },
);
export const averagePool3dGrad: EagerKernel = backward(
  AvgPool3DGrad,
  volumePool,
  (native) => (geometry, _, dy, dx) => {
    native.averagePoolGradient(geometry, dy, dx);
  },
);
