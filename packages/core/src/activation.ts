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
 * const twice = defineActivation('my>twice', (x) => add(x, x));
 * twice.id; // 'my>twice'
 * ```
 */
export function defineActivation<F extends (x: Tensor, ...rest: never[]) => Tensor>(id: string, call: F): F & NamedFunction {
  const named = (...args: Parameters<F>): Tensor => call(...args);
  return defineConstants(named, { id }) as unknown as F & NamedFunction;
}
