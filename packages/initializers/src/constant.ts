import { type InitializerFactory, NdArray, defineInitializer, shapeSize } from '@myelin/core';

/** Options of {@link constant}. */
export interface ConstantConfig {
  /** @defaultValue 0 */
  value?: number;
}

/**
 * One number everywhere.
 *
 * @example
 * ```ts
 * constant({ value: 0.5 })([2]).toArray(); // [0.5, 0.5]
 * ```
 * @see Keras `keras.initializers.Constant`
 * @id constant
 */
export const constant: InitializerFactory<ConstantConfig> = /* @__PURE__ */ defineInitializer<ConstantConfig>(
  {
    className: 'Constant',
    defaults: { value: 0 },
    floats: ['value'],
    call: (shape, { value }, dtype) =>
      new NdArray(new Float32Array(shapeSize(shape)).fill(value), shape).cast(dtype),
  },
);
