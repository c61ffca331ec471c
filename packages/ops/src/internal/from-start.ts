import { type Tensor, add, cast, less, scalar, where } from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';

/** A place among `size`, of which negative ones count from the end. */
export function fromStart(place: number, size: number): number {
  return place < 0 ? place + size : place;
}

/** The same for indices; int32. tfjs-core has a gradient for them, and refuses it because they are integers. */
export function indicesFromStart(indices: Tensor, size: number): Tensor {
  return offTape(() => {
    const whole = cast(indices, 'int32');
    return where(less(whole, scalar(0, 'int32')), add(whole, scalar(size, 'int32')), whole);
  });
}
