import { type Tensor, transpose } from '@tensorflow/tfjs-core';

/** Computes with the channels in the last place, and puts them back to where they were. */
export function withChannelsLast(
  x: Tensor,
  dataFormat: 'channels_last' | 'channels_first' | null | undefined,
  compute: (last: Tensor) => Tensor,
): Tensor {
  if (dataFormat !== 'channels_first') return compute(x);
  const places = Array.from({ length: x.rank - 2 }, (_, axis) => axis + 1);
  const last = transpose(x, [0, ...places.map((axis) => axis + 1), 1]);
  return transpose(compute(last), [0, x.rank - 1, ...places]);
}
