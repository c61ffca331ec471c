import { type Tensor1D, tensor1d } from '@tensorflow/tfjs-core';

/**
 * The whole numbers from 0 up to `count`, as a constant.
 *
 * @internal
 */
export function indices(count: number): Tensor1D {
  return tensor1d(
    Int32Array.from({ length: count }, (_, i) => i),
    'int32',
  );
}
