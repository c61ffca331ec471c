import { NdArray, type InitializerFactory, defineInitializer } from '@myelin/core';

/**
 * Zeros; the default of biases.
 *
 * @example
 * ```ts
 * zeros()([2]).toArray(); // [0, 0]
 * ```
 * @see Keras `keras.initializers.Zeros`
 * @id zeros zero
 */
export const zeros: InitializerFactory<object> = /* @__PURE__ */ defineInitializer<object>({
  className: 'Zeros',
  defaults: {},
  call: (shape, _, dtype) => NdArray.zeros(shape, dtype),
});
