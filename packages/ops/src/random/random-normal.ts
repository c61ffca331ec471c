import { type Tensor, cos, log, mul, sqrt, sub, unstack } from '@tensorflow/tfjs-core';
import { randomUniform } from './random-uniform.js';

/**
 * Numbers of the standard normal distribution from a state `[seed, offset]`: `√(-2 ln (1 - u₁)) cos 2πu₂`, where `u₁` and
 * `u₂` are what `randomUniform` draws from it.
 *
 * Equal states give equal numbers on every backend, but for the rounding of logarithm and cosine.
 *
 * `state` int32 `[2]` → float32 of the given shape.
 *
 * @example
 * ```ts
 * randomNormal(tensor([7, 0], 'int32'), [2]); // [1.8739, 1.43]
 * ```
 * @see Keras `keras.random.normal`; Box and Muller, "A note on the generation of random normal deviates", 1958.
 */
export function randomNormal(state: Tensor, shape: readonly number[]): Tensor {
  const [first, second] = unstack(randomUniform(state, [2, ...shape])) as [Tensor, Tensor];
  return mul(sqrt(mul(log(sub(1, first)), -2)), cos(mul(second, 2 * Math.PI)));
}
