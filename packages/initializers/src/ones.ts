import { type InitializerFactory, NdArray, defineInitializer, shapeSize } from '@myelin/core';

/**
 * Ones; the default of scales, such as `gamma` of normalizations.
 *
 * @example
 * ```ts
 * ones()([2]).toArray(); // [1, 1]
 * ```
 * @see Keras `keras.initializers.Ones`
 * @id ones one
 */
export const ones: InitializerFactory<object> = /* @__PURE__ */ defineInitializer<object>({
  className: 'Ones',
  defaults: {},
  call: (shape, _, dtype) => new NdArray(new Float32Array(shapeSize(shape)).fill(1), shape).cast(dtype),
});
