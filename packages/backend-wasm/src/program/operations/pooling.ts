import type { Operation } from '@myelin/compiler';
import type { NativeKernels } from '../../native/native-kernels.js';
import { type PoolAttrs, type PoolOf, imagePool, volumePool } from '../../native/pool-geometry.js';
import { writeRange } from '../loops/work-range.js';
import {
  type Lower,
  type Lowering,
  type Stage,
  callKernel,
  operandOf,
  resultOf,
  together,
} from './lowering.js';

const forward =
  (kernel: keyof NativeKernels, poolOf: PoolOf): Lower =>
  (operation, lowering) => [pool(operation, lowering, kernel, poolOf, ['x'])];

const backward =
  (
    kernel: keyof NativeKernels,
    poolOf: PoolOf,
    operands: readonly ['dy'] | readonly ['input', 'dy'],
  ): Lower =>
  (operation, lowering) => [pool(operation, lowering, kernel, poolOf, operands)];

/** Threads share the images. */
function pool(
  operation: Operation,
  lowering: Lowering,
  kernel: keyof NativeKernels,
  poolOf: PoolOf,
  operands: readonly string[],
): Stage {
  const pooled = operation.inputs['x'] ?? operandOf(operation, 'input');
  const { shape } = lowering.valueOf(pooled);
  const table = lowering.table(poolOf(shape, operation.attrs as unknown as PoolAttrs).words);
  return together((code) => {
    const { first, last } = writeRange(code, shape[0] ?? 1);
    callKernel(code, lowering, kernel, [
      table,
      ...operands.map((name) => lowering.address(operandOf(operation, name))),
      lowering.address(resultOf(operation).id),
      { local: first },
      { local: last },
    ]);
  });
}

export const maxPool: Lower = forward('maxPool', imagePool);
export const maxPool3d: Lower = forward('maxPool', volumePool);
export const averagePool: Lower = forward('averagePool', imagePool);
export const averagePool3d: Lower = forward('averagePool', volumePool);
export const maxPoolGradient: Lower = backward('maxPoolGradient', imagePool, ['input', 'dy']);
export const maxPool3dGradient: Lower = backward('maxPoolGradient', volumePool, ['input', 'dy']);
export const averagePoolGradient: Lower = backward('averagePoolGradient', imagePool, ['dy']);
export const averagePool3dGradient: Lower = backward('averagePoolGradient', volumePool, ['dy']);
