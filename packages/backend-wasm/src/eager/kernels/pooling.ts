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
  backend_util,
  util,
} from '@tensorflow/tfjs-core';
import type { Address, GeometryAddress, NativeKernels } from '../../native/native-kernels.js';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

type Geometry = backend_util.Conv3DInfo;

/** The window in three dimensions; images have one slice. */
type GeometryOf = (shape: readonly number[], attrs: MaxPoolAttrs) => Pool;

interface Pool {
  readonly inShape: readonly number[];
  readonly outShape: readonly number[];
  /** The fields of `PoolGeometry` in assembly/pooling.ts. */
  readonly words: readonly number[];
}

const image: GeometryOf = (shape, { filterSize, strides, pad, dimRoundingMode }) => {
  const info = backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const { padInfo } = info;
  return {
    inShape: info.inShape,
    outShape: info.outShape,
    words: [
      ...[info.batchSize, 1, info.inHeight, info.inWidth, info.inChannels],
      ...[1, info.filterHeight, info.filterWidth],
      ...[1, info.strideHeight, info.strideWidth],
      ...[0, padInfo.top, padInfo.left],
      ...[1, info.outHeight, info.outWidth],
    ],
  };
};

const volume: GeometryOf = (shape, { filterSize, strides, pad, dimRoundingMode }) => {
  const info: Geometry = backend_util.computePool3DInfo(
    shape as [number, number, number, number, number],
    filterSize as unknown as [number, number, number],
    strides as unknown as [number, number, number],
    1,
    pad as 'valid' | 'same' | number,
    dimRoundingMode,
  );
  const { padInfo } = info;
  return {
    inShape: info.inShape,
    outShape: info.outShape,
    words: [
      ...[info.batchSize, info.inDepth, info.inHeight, info.inWidth, info.inChannels],
      ...[info.filterDepth, info.filterHeight, info.filterWidth],
      ...[info.strideDepth, info.strideHeight, info.strideWidth],
      // Negative where the stride is beyond the window, which would cut the volume; TensorFlow does not.
      ...[padInfo.front, padInfo.top, padInfo.left].map((pad) => Math.max(0, pad)),
      ...[info.outDepth, info.outHeight, info.outWidth],
    ],
  };
};

function forward(
  kernelName: string,
  geometryOf: GeometryOf,
  run: (native: NativeKernels) => (geometry: GeometryAddress, x: Address, y: Address) => void,
): EagerKernel {
  return eagerKernel<{ x: TensorInfo }, MaxPoolAttrs>(kernelName, ({ x }, attrs, context) => {
    const { outShape, words } = geometryOf(x.shape, attrs);
    const y = context.output(outShape, 'float32');
    if (util.sizeFromShape([...outShape]) > 0) {
      run(context.native)(context.geometry(words), context.address(x), context.address(y));
    }
    return y;
  });
}

function backward(
  kernelName: string,
  geometryOf: GeometryOf,
  run: (
    native: NativeKernels,
  ) => (geometry: GeometryAddress, input: Address, dy: Address, dx: Address) => void,
): EagerKernel {
  return eagerKernel<{ dy: TensorInfo; input: TensorInfo }, MaxPoolAttrs>(
    kernelName,
    ({ dy, input }, attrs, context: EagerContext) => {
      const { inShape, words } = geometryOf(input.shape, attrs);
      const dx = context.output(inShape, 'float32');
      if (util.sizeFromShape([...inShape]) > 0) {
        const [x, from, to] = [context.address(input), context.address(dy), context.address(dx)];
        run(context.native)(context.geometry(words), x, from, to);
      }
      return dx;
    },
  );
}

export const maxPool: EagerKernel = forward(MaxPool, image, (native) => native.maxPool);
export const maxPool3d: EagerKernel = forward(MaxPool3D, volume, (native) => native.maxPool);
export const averagePool: EagerKernel = forward(AvgPool, image, (native) => native.averagePool);
export const averagePool3d: EagerKernel = forward(AvgPool3D, volume, (native) => native.averagePool);

export const maxPoolGrad: EagerKernel = backward(MaxPoolGrad, image, (native) => native.maxPoolGradient);
export const maxPool3dGrad: EagerKernel = backward(MaxPool3DGrad, volume, (native) => native.maxPoolGradient);
export const averagePoolGrad: EagerKernel = backward(
  AvgPoolGrad,
  image,
  (native) => (geometry, _, dy, dx) => {
    native.averagePoolGradient(geometry, dy, dx);
  },
);
export const averagePool3dGrad: EagerKernel = backward(
  AvgPool3DGrad,
  volume,
  (native) => (geometry, _, dy, dx) => {
    native.averagePoolGradient(geometry, dy, dx);
  },
);
