import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { contracted } from './internal/contracted.js';
import { multiply } from './multiply.js';

/**
 * Products of numbers, of vectors, or of matrices: sums over the last axis of `a` and the last but one of `b`.
 *
 * `[..., k]` and `[..., k, n]` → the axes of `a` but the last one, then those of `b` but `k`.
 *
 * @example
 * ```ts
 * dot(tensor([1, 2, 3]), tensor([4, 5, 6])); // 32
 * ```
 * @see Keras `keras.ops.dot`
 */
export const dot: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Dot',
    module: 'numpy',
    operands: 2,
    call: (a: Tensor, b: Tensor) => {
      if (a.rank === 0 || b.rank === 0) return multiply(a, b);
      return contracted(a, b, [[-1], [b.rank === 1 ? -1 : -2]]);
    },
  });
