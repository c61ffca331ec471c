import { shapeSize } from '@myelin/core';
import { broadcastTo, reshape } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DataFormat } from '../../internal/one-of.js';

/** Each place several times in a row, along all axes but those of the batch and of the channels. */
export function repeatPlaces(x: Tensor, times: readonly number[], format: DataFormat): Tensor {
  const first = format === 'channels_last' ? 1 : 2;
  return times.reduce((repeated, count, axis) => repeatAlong(repeated, count, first + axis), x);
}

function repeatAlong(x: Tensor, times: number, axis: number): Tensor {
  const slices = shapeSize(x.shape.slice(0, axis + 1));
  const rest = shapeSize(x.shape.slice(axis + 1));
  const apart = reshape(x, { newshape: [slices, 1, rest] });
  const repeated = broadcastTo(apart, { shape: [slices, times, rest] });
  return reshape(repeated, { newshape: x.shape.with(axis, (x.shape[axis] ?? 0) * times) });
}
