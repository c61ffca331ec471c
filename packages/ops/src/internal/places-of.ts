import { shapeSize } from '@myelin/core';
import { type Tensor, cast, mul, reshape, scalar, sum, tensor1d } from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';

/** The rows of a tensor that indices `[..., k]` name, by their numbers. */
export interface Places {
  readonly places: Tensor;
  /** How many places there are. */
  readonly named: number;
  /** How many rows there are. */
  readonly count: number;
  /** The shape of one. */
  readonly row: readonly number[];
}

export function placesOf(indices: Tensor, shape: readonly number[]): Places {
  const depth = indices.shape.at(-1) ?? 0;
  const strides = shape.slice(0, depth).map((_, axis) => shapeSize(shape.slice(axis + 1, depth)));
  const places = offTape((): Tensor => {
    const flat = reshape(cast(indices, 'int32'), [-1, depth]);
    return depth === 0 ? reshape(scalar(0, 'int32'), [1]) : sum(mul(flat, tensor1d(strides, 'int32')), 1);
  });
  return {
    places,
    named: shapeSize(indices.shape.slice(0, -1)),
    count: shapeSize(shape.slice(0, depth)),
    row: shape.slice(depth),
  };
}
