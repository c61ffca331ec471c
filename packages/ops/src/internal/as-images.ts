import { type Tensor, type Tensor4D, expandDims, squeeze } from '@tensorflow/tfjs-core';

/** Computes with images; sequences are images of one row. */
export function asImages(
  x: Tensor,
  kernel: Tensor,
  strides: readonly number[],
  compute: (images: Tensor4D, kernel: Tensor4D, strides: [number, number]) => Tensor,
): Tensor {
  const [down = 1, across = 1] = strides;
  if (x.rank === 4) return compute(x as Tensor4D, kernel as Tensor4D, [down, across]);
  return squeeze(compute(expandDims(x, 1), expandDims(kernel, 0), [1, down]), [1]);
}
