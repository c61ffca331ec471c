import { type DType, type Initializer, NdArray } from '@myelin/core';

/** Ones for the forget gate, and what is wanted for the others. */
export function forgetOnes(
  others: Initializer,
  units: number,
): (shape: readonly number[], dtype?: DType) => NdArray {
  return (_, dtype) => {
    const data = new Float32Array(4 * units).fill(1, units, 2 * units);
    data.set(others([units], dtype).data as Float32Array);
    data.set(others([2 * units], dtype).data as Float32Array, 2 * units);
    return new NdArray(data, [4 * units]);
  };
}
