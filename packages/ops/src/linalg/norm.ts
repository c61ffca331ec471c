import { ArgumentError } from '@myelin/core';
import { type Tensor, abs, cast, mul, notEqual, pow, reshape, sum, util } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { root } from '../internal/root.js';
import { max } from '../max.js';
import { min } from '../min.js';
import { moveaxis } from '../moveaxis.js';
import { offTape } from '../off-tape.js';
import { toFloat } from '../promote.js';
import { svd } from './svd.js';

export interface NormOptions {
  /**
   * Of vectors a number `p`, also 0 and the infinities; of matrices 1, -1, 2, -2, the infinities, `fro` and `nuc`.
   * @defaultValue the root of the sum of all squares
   */
  readonly ord?: number | 'fro' | 'nuc' | null;
  /** One axis for vectors, two for matrices. @defaultValue all axes */
  readonly axis?: number | readonly number[] | null;
  /** Whether these axes stay with size 1. @defaultValue false */
  readonly keepdims?: boolean;
}

/**
 * The length of vectors, `(Σ |x|ᵖ)^(1/p)`, or the size of matrices: `fro` is the root of the sum of all squares, 1 the
 * largest sum of a column, infinity that of a row, 2 the largest singular value; negative ones take the smallest. `nuc` is
 * the sum of the singular values.
 *
 * The gradient of zeros is zero, where Keras has NaN.
 *
 * @example
 * ```ts
 * norm(tensor([3, 4])); // 5
 * ```
 * @throws ArgumentError when vectors or matrices have no such norm.
 * @see Keras `keras.ops.norm`
 */
export const norm: OptionOp<NormOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Norm',
  module: 'linalg',
  options: ['ord', 'axis', 'keepdims'],
  call(x: Tensor, { ord = null, axis = null, keepdims = false }: NormOptions) {
    const axes = util.parseAxisParam(axis === null ? x.shape.map((_, i) => i) : [axis].flat(), x.shape);
    const kept = normOf(toFloat(x), ord, axes);
    return keepdims
      ? kept
      : reshape(
          kept,
          x.shape.filter((_, i) => !axes.includes(i)),
        );
  },
});

function normOf(x: Tensor, ord: NormOptions['ord'], axes: readonly number[]): Tensor {
  if (axes.length > 2) throw noSuchNorm(ord, axes);
  if ((ord ?? null) === null || (ord === 2 && axes.length === 1) || (ord === 'fro' && axes.length === 2)) {
    return root(sum(mul(x, x), [...axes], true), 2);
  }
  if (axes.length === 1 && typeof ord === 'number') return vectorNorm(x, ord, axes);
  if (axes.length === 2) return matrixNorm(x, ord, axes as readonly [number, number]);
  throw noSuchNorm(ord, axes);
}

function vectorNorm(x: Tensor, ord: number, axes: readonly number[]): Tensor {
  if (ord === Infinity) return max(abs(x), { axis: axes, keepdims: true });
  if (ord === -Infinity) return min(abs(x), { axis: axes, keepdims: true });
  if (ord === 0) {
    return sum(
      offTape(() => cast(notEqual(x, 0), 'float32')),
      [...axes],
      true,
    );
  }
  return root(sum(pow(abs(x), ord), [...axes], true), ord);
}

function matrixNorm(x: Tensor, ord: NormOptions['ord'], axes: readonly [number, number]): Tensor {
  if (ord === 'nuc' || ord === 2 || ord === -2) return singularNorm(x, ord, axes);
  const [rows, columns] = axes;
  const [summed, compared] = ord === 1 || ord === -1 ? [rows, columns] : [columns, rows];
  const sums = sum(abs(x), summed, true);
  if (ord === 1 || ord === Infinity) return max(sums, { axis: compared, keepdims: true });
  if (ord === -1 || ord === -Infinity) return min(sums, { axis: compared, keepdims: true });
  throw noSuchNorm(ord, axes);
}

function singularNorm(x: Tensor, ord: 'nuc' | 2 | -2, axes: readonly [number, number]): Tensor {
  const values = svd(moveaxis(x, { source: axes, destination: [-2, -1] }), { computeUv: false });
  const norms =
    ord === 'nuc' ? sum(values, -1) : ord === 2 ? max(values, { axis: -1 }) : min(values, { axis: -1 });
  return reshape(
    norms,
    x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
  );
}

function noSuchNorm(ord: NormOptions['ord'], axes: readonly number[]): ArgumentError {
  return new ArgumentError({
    who: 'norm',
    expected: 'an order for vectors along one axis, or for matrices along two',
    got: `${String(ord)} along ${axes.length} axes`,
  });
}
