import { type Tensor, isNaN, where } from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';

/** What `choose` makes of two tensors of one type; where one of them is NaN, the other one. */
export function unlessNan(a: Tensor, b: Tensor, choose: (a: Tensor, b: Tensor) => Tensor): Tensor {
  if (a.dtype !== 'float32') return choose(a, b);
  const [noA, noB] = offTape(() => [isNaN(a), isNaN(b)] as const);
  return where(noA, b, where(noB, a, choose(a, b)));
}
