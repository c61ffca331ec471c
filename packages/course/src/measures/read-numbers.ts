import { convertToNumpy } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The numbers of tensors, one after the other; the tensors are freed. */
export async function readNumbers(tensors: readonly Tensor[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const tensor of tensors) {
    const { data } = await convertToNumpy(tensor);
    numbers.push(...(data as Float32Array));
    tensor.dispose();
  }
  return numbers;
}
