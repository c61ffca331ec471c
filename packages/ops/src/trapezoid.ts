import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { type OpClass, type Operand, type OptionOp, defineOp } from './define-op.js';
import { diff } from './diff.js';
import { partOfAxis } from './internal/part-of-axis.js';
import { moveaxis } from './moveaxis.js';
import { multiply } from './multiply.js';
import { toFloat } from './promote.js';
import { sum } from './sum.js';

export interface TrapezoidOptions {
  /** Where the values stand, `[n]` or of the shape of the values. @defaultValue `dx` apart */
  readonly x?: Operand | null;
  /** The distance of neighbours, if there is no `x`. @defaultValue 1 */
  readonly dx?: number;
  /** @defaultValue -1 */
  readonly axis?: number;
}

/** Within the op, operands are tensors. */
type TrapezoidTensors = Omit<TrapezoidOptions, 'x'> & { readonly x?: Tensor | null };

/**
 * Integral along an axis by the trapezoidal rule: `Σ (yᵢ + yᵢ₊₁) / 2 · (xᵢ₊₁ - xᵢ)`. Always a float.
 *
 * The axis goes.
 *
 * @example
 * ```ts
 * trapezoid(tensor([1, 2, 3])); // 4
 * ```
 * @see Keras `keras.ops.trapezoid`
 */
export const trapezoid: OptionOp<TrapezoidOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Trapezoid',
  module: 'numpy',
  options: ['x', 'dx', 'axis'],
  optionalOperands: ['x'],
  call: (y: Tensor, { x = null, dx = 1, axis = -1 }: TrapezoidTensors) => {
    const heights = moveaxis(toFloat(y), { source: axis, destination: -1 });
    const size = (heights.shape.at(-1) ?? 1) - 1;
    const [from, to] = [partOfAxis(heights, -1, 0, size), partOfAxis(heights, -1, 1, size)];
    const widths =
      x === null
        ? dx
        : x.rank === 1
          ? diff(x)
          : moveaxis(diff(x, { axis }), { source: axis, destination: -1 });
    return sum(multiply(multiply(add(from, to), 0.5), widths), { axis: -1 });
  },
});
