import { type Tensor, pad, reshape, slice } from '@tensorflow/tfjs-core';

/**
 * A kernel `[rows, columns, a, b]` with zeros between its rows and columns: what a dilated convolution convolves with.
 *
 * tfjs-core has no gradient for dilations; zeros between the weights are the same thing.
 */
export function spreadKernel(kernel: Tensor, [down, across]: readonly [number, number]): Tensor {
  const [rows = 0, columns = 0, a = 0, b = 0] = kernel.shape;
  let spread = kernel;
  if (down > 1) spread = interleave(spread, [1, rows, columns * a * b], down);
  const height = (rows - 1) * down + 1;
  if (across > 1) spread = interleave(spread, [height, columns, a * b], across);
  return reshape(spread, [height, (columns - 1) * across + 1, a, b]);
}

/** Zeros between the entries of the middle of three axes. */
function interleave(
  x: Tensor,
  [outer, size, inner]: readonly [number, number, number],
  rate: number,
): Tensor {
  const apart = pad(reshape(x, [outer * size, 1, inner]), [
    [0, 0],
    [0, rate - 1],
    [0, 0],
  ]);
  return slice(reshape(apart, [outer, size * rate, inner]), [0, 0, 0], [outer, (size - 1) * rate + 1, inner]);
}
