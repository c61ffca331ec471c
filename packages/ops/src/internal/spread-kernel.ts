import { shapeSize } from '@myelin/core';
import { type Tensor, pad, reshape, slice } from '@tensorflow/tfjs-core';

/**
 * A kernel `[...sizes, a, b]` with zeros between its elements along each of the sizes: what a dilated convolution
 * convolves with.
 *
 * tfjs-core has no gradient for dilations; zeros between the weights are the same thing.
 */
export function spreadKernel(kernel: Tensor, rates: readonly number[]): Tensor {
  return rates.reduce((spread, rate, axis) => (rate > 1 ? interleave(spread, axis, rate) : spread), kernel);
}

/** Zeros between the entries of one axis. */
function interleave(x: Tensor, axis: number, rate: number): Tensor {
  const { shape } = x;
  const size = shape[axis] ?? 0;
  const outer = shapeSize(shape.slice(0, axis));
  const inner = shapeSize(shape.slice(axis + 1));
  const apart = pad(reshape(x, [outer * size, 1, inner]), [
    [0, 0],
    [0, rate - 1],
    [0, 0],
  ]);
  const length = (size - 1) * rate + 1;
  const spread = slice(reshape(apart, [outer, size * rate, inner]), [0, 0, 0], [outer, length, inner]);
  return reshape(spread, shape.with(axis, length));
}
