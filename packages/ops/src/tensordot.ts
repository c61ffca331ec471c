import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { contracted } from './internal/contracted.js';

export interface TensordotOptions {
  /** How many last axes of `a` and first ones of `b`, or the axes of each. @defaultValue 2 */
  readonly axes?: number | readonly [number | readonly number[], number | readonly number[]];
}

/**
 * Sums of products over pairs of axes.
 *
 * What is left of the axes of `a`, then of those of `b`.
 *
 * @example
 * ```ts
 * tensordot(tensor([[1, 2], [3, 4]]), tensor([10, 1]), { axes: 1 }); // [12, 34]
 * ```
 * @see Keras `keras.ops.tensordot`
 */
export const tensordot: (<A extends Operand, B extends Operand>(
  a: A,
  b: B,
  options?: TensordotOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Tensordot',
  module: 'numpy',
  operands: 2,
  options: ['axes'],
  call: (a: Tensor, b: Tensor, { axes = 2 }: TensordotOptions) => {
    if (typeof axes === 'number') {
      const count = Array.from({ length: axes }, (_, i) => i);
      return contracted(a, b, [count.map((i) => a.rank - axes + i), count]);
    }
    return contracted(a, b, [[axes[0]].flat(), [axes[1]].flat()]);
  },
});
