import { type InitializerFactory, NdArray, ShapeError, defineInitializer, formatShape } from '@myelin/core';

/** Options of {@link identity}. */
export interface IdentityConfig {
  /** What stands on the diagonal. @defaultValue 1 */
  gain?: number;
}

/**
 * The identity matrix times `gain`: a layer starts by passing its input on.
 *
 * Keras loses the gain when it saves; here it is saved, and Keras reads it.
 *
 * `[rows, columns]`; where they differ, what is beyond the diagonal is zero.
 *
 * @example
 * ```ts
 * identity()([2, 3]).toArray(); // [[1, 0, 0], [0, 1, 0]]
 * ```
 * @throws ShapeError for anything but a matrix.
 * @see Keras `keras.initializers.Identity`
 * @id identity IdentityInitializer
 */
export const identity: InitializerFactory<IdentityConfig> = /* @__PURE__ */ defineInitializer<IdentityConfig>(
  {
    className: 'Identity',
    defaults: { gain: 1 },
    floats: ['gain'],
    omitted: { gain: 1 },
    call(shape, { gain }) {
      const [rows = 0, columns = 0] = shape;
      if (shape.length !== 2) {
        throw new ShapeError({ who: 'identity', expected: 'the shape of a matrix', got: formatShape(shape) });
      }
      const values = new Float32Array(rows * columns);
      for (let i = 0; i < Math.min(rows, columns); i++) values[i * columns + i] = gain;
      return new NdArray(values, shape);
    },
  },
);
