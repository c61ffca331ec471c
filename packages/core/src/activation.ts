import type { Tensor } from '@tensorflow/tfjs-core';
import { defineConstants } from './define-object.js';
import type { NamedFunction } from './wire.js';

/** An element-wise or row-wise function that layers apply last. */
export interface Activation extends NamedFunction {
  (x: Tensor): Tensor;
}

/**
 * Names a function, so that models that use it can be saved: Keras' own by its id, others by `package>name`.
 *
 * @example
 * ```ts
 * const same = defineActivation('my>same', (x) => x);
 * same.id; // 'my>same'
 * ```
 */
export function defineActivation<Rest extends unknown[]>(
  id: string,
  call: (x: Tensor, ...rest: Rest) => Tensor,
): ((x: Tensor, ...rest: Rest) => Tensor) & NamedFunction {
  // A function of its own: `call` may be an op that stands under other names as well.
  return defineConstants((x: Tensor, ...rest: Rest): Tensor => call(x, ...rest), { id });
}
