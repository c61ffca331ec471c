import { ArgumentError, type ObjectFactory, ShapeError, defineObject, formatShape } from '@myelin/core';
import {
  absolute,
  divide,
  matmul,
  minimum,
  multiply,
  rsqrt,
  square,
  sum,
  tensor,
  transpose,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { factor } from './internal/factor.js';

/** Options of {@link orthogonalRegularizer}. */
export interface OrthogonalRegularizerConfig {
  /** @defaultValue 0.01 */
  factor?: number;
  /** Whether the rows or the columns should be orthogonal. @defaultValue 'rows' */
  mode?: 'rows' | 'columns';
}

/**
 * Penalty on the angles between rows or columns: `factor · mean |cos(wᵢ, wⱼ)|` over all pairs.
 *
 * `[rows, columns]`. Keras keeps the factor as float32, and so does its file.
 *
 * @example
 * ```ts
 * orthogonalRegularizer({ factor: 1 })(tensor([[1, 0], [1, 1]])); // 0.7071
 * ```
 * @throws ShapeError for anything but a matrix.
 * @see Keras `keras.regularizers.OrthogonalRegularizer`
 * @id orthogonal_regularizer
 */
export const orthogonalRegularizer: ObjectFactory<OrthogonalRegularizerConfig, (x: Tensor) => Tensor> =
  /* @__PURE__ */ defineObject<OrthogonalRegularizerConfig, (x: Tensor) => Tensor>(
    {
      className: 'OrthogonalRegularizer',
      module: 'keras.regularizers',
      defaults: { factor: 0.01, mode: 'rows' },
      floats: ['factor'],
      normalize: (config) => ({ ...config, factor: Math.fround(factor('factor', config.factor)) }),
      check({ mode }) {
        if (['rows', 'columns'].includes(mode)) return;
        throw new ArgumentError({
          who: 'orthogonalRegularizer',
          expected: "`mode` to be 'rows' or 'columns'",
          got: JSON.stringify(mode),
        });
      },
    },
    (config) => (x) => {
      if (x.rank !== 2) {
        throw new ShapeError({
          who: 'orthogonalRegularizer',
          expected: 'a matrix',
          got: formatShape(x.shape),
        });
      }
      const rows = config.mode === 'rows' ? x : transpose(x);
      const [size = 0] = rows.shape;
      // Rows of zeros have no direction: Keras' epsilon of 1e-7 keeps them finite.
      const inverseNorm = minimum(rsqrt(sum(square(rows), { axis: 1, keepdims: true })), 1e7);
      const unit = multiply(rows, inverseNorm);
      const cosines = multiply(matmul(unit, transpose(unit)), offDiagonal(size));
      return multiply(divide(sum(absolute(cosines)), size * (size - 1)), config.factor);
    },
  );

function offDiagonal(size: number): Tensor {
  return tensor(
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => Number(i !== j))),
  );
}
