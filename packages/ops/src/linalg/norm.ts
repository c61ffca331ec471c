import { ArgumentError } from '@myelin/core';
import { type Tensor, abs, cast, mul, notEqual, pow, reshape, sum, util } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from '../define-op.js';
import { root } from '../internal/root.js';
import { max } from '../max.js';
import { min } from '../min.js';
import { offTape } from '../off-tape.js';
import { toFloat } from '../promote.js';

export interface NormOptions {
  /**
   * Of vectors a number `p`, also 0 and the infinities; of matrices 1, -1, the infinities and `fro`.
   * @defaultValue the root of the sum of all squares
   */
  readonly ord?: number | 'fro' | null;
  /** One axis for vectors, two for matrices. @defaultValue all axes */
  readonly axis?: number | readonly number[] | null;
  /** Whether these axes stay with size 1. @defaultValue false */
  readonly keepdims?: boolean;
}

/**
 * The length of vectors, `(Σ |x|ᵖ)^(1/p)`, or the size of matrices: `fro` is the root of the sum of all squares, 1 the
 * largest sum of a column, infinity that of a row; negative ones take the smallest. Norms by singular values (2, -2 and `nuc`) are missing.
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

function matrixNorm(x: Tensor, ord: NormOptions['ord'], [rows, columns]: readonly [number, number]): Tensor {
  const [summed, compared] = ord === 1 || ord === -1 ? [rows, columns] : [columns, rows];
  const sums = sum(abs(x), summed, true);
  if (ord === 1 || ord === Infinity) return max(sums, { axis: compared, keepdims: true });
  if (ord === -1 || ord === -Infinity) return min(sums, { axis: compared, keepdims: true });
  throw noSuchNorm(ord, [rows, columns]);
}

function noSuchNorm(ord: NormOptions['ord'], axes: readonly number[]): ArgumentError {
  return new ArgumentError({
    who: 'norm',
    expected: 'an order for vectors along one axis, or for matrices along two',
    got: `${String(ord)} along ${axes.length} axes`,
  });
}
