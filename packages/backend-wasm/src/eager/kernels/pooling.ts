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
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

function forward(
  kernelName: string,
  poolOf: PoolOf,
  run: (native: NativeKernels, geometry: GeometryAddress, x: Address, y: Address, images: number) => void,
): EagerKernel {
  return eagerKernel<{ x: TensorInfo }, MaxPoolAttrs>(kernelName, ({ x }, attrs, context) => {
    const { outShape, words } = poolOf(x.shape, attrs);
    const y = context.output(outShape, 'float32');
    if (util.sizeFromShape([...outShape]) > 0) {
      const [from, to] = [context.address(x), context.address(y)];
      run(context.native, context.geometry(words), from, to, outShape[0] ?? 0);
    }
    return y;
  });
}

interface Gradient {
  readonly geometry: GeometryAddress;
  readonly x: Address;
  readonly dy: Address;
  readonly dx: Address;
  readonly images: number;
}

function backward(
  kernelName: string,
  poolOf: PoolOf,
  run: (native: NativeKernels, gradient: Gradient) => void,
): EagerKernel {
  return eagerKernel<{ dy: TensorInfo; input: TensorInfo }, MaxPoolAttrs>(
    kernelName,
    ({ dy, input }, attrs, context) => {
      const { inShape, words } = poolOf(input.shape, attrs);
      const dx = context.output(inShape, 'float32');
      if (util.sizeFromShape([...inShape]) > 0) {
        run(context.native, {
          geometry: context.geometry(words),
          x: context.address(input),
          dy: context.address(dy),
          dx: context.address(dx),
          images: inShape[0] ?? 0,
        });
      }
      return dx;
    },
  );
}

const maxForward: Parameters<typeof forward>[2] = (native, geometry, x, y, images) => {
  native.maxPool(geometry, x, y, 0, images);
};
const averageForward: Parameters<typeof forward>[2] = (native, geometry, x, y, images) => {
  native.averagePool(geometry, x, y, 0, images);
};
const maxBackward: Parameters<typeof backward>[2] = (native, { geometry, x, dy, dx, images }) => {
  native.maxPoolGradient(geometry, x, dy, dx, 0, images);
};
const averageBackward: Parameters<typeof backward>[2] = (native, { geometry, dy, dx, images }) => {
  native.averagePoolGradient(geometry, dy, dx, 0, images);
};

export const maxPool: EagerKernel = forward(MaxPool, imagePool, maxForward);
export const maxPool3d: EagerKernel = forward(MaxPool3D, volumePool, maxForward);
export const averagePool: EagerKernel = forward(AvgPool, imagePool, averageForward);
export const averagePool3d: EagerKernel = forward(AvgPool3D, volumePool, averageForward);

export const maxPoolGrad: EagerKernel = backward(MaxPoolGrad, imagePool, maxBackward);
export const maxPool3dGrad: EagerKernel = backward(MaxPool3DGrad, volumePool, maxBackward);
export const averagePoolGrad: EagerKernel = backward(AvgPoolGrad, imagePool, averageBackward);
export const averagePool3dGrad: EagerKernel = backward(AvgPool3DGrad, volumePool, averageBackward);
