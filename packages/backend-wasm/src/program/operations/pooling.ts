import { type PoolAttrs, type PoolOf, imagePool, volumePool } from '../../native/pool-geometry.js';
import type { NativeKernels } from '../../native/native-kernels.js';
import { rangesOfImages } from './image-ranges.js';
import { type Lower, operandOf, resultOf, together } from './lowering.js';

const forward =
  (kernel: keyof NativeKernels, poolOf: PoolOf): Lower =>
  (operation, lowering) => {
    const x = operandOf(operation, 'x');
    const { words, inShape, outShape } = poolOf(
      lowering.valueOf(x).shape,
      operation.attrs as unknown as PoolAttrs,
    );
    return [
      together((code) => {
        rangesOfImages(code, lowering, kernel, words, [
          { address: lowering.address(x), shape: inShape },
          { address: lowering.address(resultOf(operation).id), shape: outShape },
        ]);
      }),
    ];
  };

const backward =
  (kernel: keyof NativeKernels, poolOf: PoolOf, operands: readonly ('input' | 'dy')[]): Lower =>
  (operation, lowering) => {
    const input = lowering.valueOf(operandOf(operation, 'input'));
    const { words, inShape, outShape } = poolOf(input.shape, operation.attrs as unknown as PoolAttrs);
    return [
      together((code) => {
        rangesOfImages(code, lowering, kernel, words, [
          ...operands.map((name) => ({
            address: lowering.address(operandOf(operation, name)),
            shape: name === 'input' ? inShape : outShape,
          })),
          { address: lowering.address(resultOf(operation).id), shape: inShape },
        ]);
      }),
    ];
  };

export const maxPool: Lower = forward('maxPool', imagePool);
export const maxPool3d: Lower = forward('maxPool', volumePool);
export const averagePool: Lower = forward('averagePool', imagePool);
export const averagePool3d: Lower = forward('averagePool', volumePool);
export const maxPoolGradient: Lower = backward('maxPoolGradient', imagePool, ['input', 'dy']);
export const maxPool3dGradient: Lower = backward('maxPoolGradient', volumePool, ['input', 'dy']);
export const averagePoolGradient: Lower = backward('averagePoolGradient', imagePool, ['dy']);
export const averagePool3dGradient: Lower = backward('averagePoolGradient', volumePool, ['dy']);
