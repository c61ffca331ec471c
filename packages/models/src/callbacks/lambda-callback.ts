import type { Callback } from './callback.js';

/**
 * A callback from single functions.
 *
 * @example
 * ```ts
 * lambdaCallback({ onEpochEnd: (epoch) => console.log(epoch) }).onEpochBegin; // undefined
 * ```
 * @see Keras `keras.callbacks.LambdaCallback`
 */
export function lambdaCallback(hooks: Callback): Callback {
  return { ...hooks };
}
