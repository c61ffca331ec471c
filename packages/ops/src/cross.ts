import { type Tensor, unstack } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { fromStart } from './internal/from-start.js';
import { multiply } from './multiply.js';
import { negative } from './negative.js';
import { stack } from './stack.js';
import { subtract } from './subtract.js';

export interface CrossOptions {
  /** The axis of the vectors of `a`. @defaultValue -1 */
  readonly axisa?: number;
  /** The axis of the vectors of `b`. @defaultValue -1 */
  readonly axisb?: number;
  /** The axis of the vectors of the result. @defaultValue -1 */
  readonly axisc?: number;
  /** All three of them, if given. @defaultValue null */
  readonly axis?: number | null;
}

/**
 * Cross product of vectors of three, or of two, whose third element is 0.
 *
 * The other axes broadcast; two vectors of two → the third element of their product alone.
 *
 * @example
 * ```ts
 * cross(tensor([1, 0, 0]), tensor([0, 1, 0])); // [0, 0, 1]
 * ```
 * @see Keras `keras.ops.cross`
 */
export const cross: (<A extends Operand, B extends Operand>(
  a: A,
  b: B,
  options?: CrossOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Cross',
  module: 'numpy',
  operands: 2,
  options: ['axisa', 'axisb', 'axisc', 'axis'],
  call: (a: Tensor, b: Tensor, options: CrossOptions) => {
    const { axisa = -1, axisb = -1, axisc = -1, axis = null } = options;
    const [x, y] = [elementsOf(a, axis ?? axisa), elementsOf(b, axis ?? axisb)];
    const part = (i: number, j: number): Tensor | undefined => {
      const [xi, xj, yi, yj] = [x[i], x[j], y[i], y[j]];
      const [plus, minus] = [productOf(xi, yj), productOf(xj, yi)];
      return minus === undefined ? plus : plus === undefined ? negative(minus) : subtract(plus, minus);
    };
    const last = part(0, 1) as Tensor;
    if (x.length === 2 && y.length === 2) return last;
    return stack([part(1, 2) as Tensor, part(2, 0) as Tensor, last], { axis: axis ?? axisc });
  },
});

function elementsOf(x: Tensor, axis: number): Tensor[] {
  return unstack(x, fromStart(axis, x.rank));
}

/** Of a third element that does not exist, nothing. */
function productOf(a: Tensor | undefined, b: Tensor | undefined): Tensor | undefined {
  return a === undefined || b === undefined ? undefined : multiply(a, b);
}
