import { type Tensor, customGrad, fill, where, zerosLike } from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';

/**
 * A value in the place of elements, which get no gradient, even where that of the rest is NaN: tfjs-core's own gradient
 * of `where` multiplies by 0.
 */
export function replaced(x: Tensor, which: () => Tensor, value: number): Tensor {
  const chosen = offTape(which);
  if (x.dtype !== 'float32') return where(chosen, fill(x.shape, value, x.dtype), x);
  return customGrad((input, save) => {
    (save as (tensors: Tensor[]) => void)([chosen]);
    return {
      value: where(chosen, fill(x.shape, value), input as Tensor),
      gradFunc: (dy: Tensor, [gone]: Tensor[]) => where(gone as Tensor, zerosLike(dy), dy),
    };
  })(x);
}
