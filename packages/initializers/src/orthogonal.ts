import {
  type InitializerFactory,
  NdArray,
  ShapeError,
  defineInitializer,
  formatShape,
  normalArray,
  shapeSize,
} from '@myelin/core';
import { type SeedConfig, streamOf } from './internal/draw.js';
import { orthonormalize } from './internal/orthonormalize.js';

/** Options of {@link orthogonal}. */
export interface OrthogonalConfig extends SeedConfig {
  /** What the matrix is multiplied by. @defaultValue 1 */
  gain?: number;
}

/**
 * A random orthogonal matrix times `gain`: `Wᵀ W = gain² I`, so that signals keep their length.
 *
 * The default of recurrent kernels. More than two axes count as a matrix whose columns are the last axis. With more
 * columns than rows, the rows are orthogonal.
 *
 * @example
 * ```ts
 * orthogonal({ seed: 1 })([4, 2]).shape; // [4, 2]
 * ```
 * @throws ShapeError with less than two axes.
 * @see Keras `keras.initializers.Orthogonal`; Saxe et al., 2013, arXiv 1312.6120.
 * @id orthogonal OrthogonalInitializer
 */
export const orthogonal: InitializerFactory<OrthogonalConfig> =
  /* @__PURE__ */ defineInitializer<OrthogonalConfig>({
    className: 'Orthogonal',
    defaults: { gain: 1, seed: null },
    floats: ['gain'],
    call(shape, { gain, seed }) {
      const columns = shape.at(-1) ?? 0;
      if (shape.length < 2) {
        throw new ShapeError({ who: 'orthogonal', expected: 'at least two axes', got: formatShape(shape) });
      }
      const rows = shapeSize(shape.slice(0, -1));
      const [length, count] = rows < columns ? [columns, rows] : [rows, columns];
      const drawn = normalArray(streamOf(seed), length * count);
      const vectors = Array.from({ length: count }, (_, i) =>
        Float64Array.from({ length }, (__, j) => drawn[i * length + j] ?? 0),
      );
      orthonormalize(vectors);
      const value = (row: number, column: number): number =>
        (rows < columns ? vectors[row]?.[column] : vectors[column]?.[row]) ?? 0;
      const values = Float32Array.from(
        { length: rows * columns },
        (_, i) => gain * value(Math.floor(i / columns), i % columns),
      );
      return new NdArray(values, shape);
    },
  });
