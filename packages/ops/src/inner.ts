import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { contracted } from './internal/contracted.js';
import { multiply } from './multiply.js';

/**
 * Sums of products over the last axes.
 *
 * `[..., k]` and `[..., k]` → the other axes of `a`, then those of `b`.
 *
 * @example
 * ```ts
 * inner(tensor([1, 2, 3]), tensor([4, 5, 6])); // 32
 * ```
 * @see Keras `keras.ops.inner`
 */
export const inner: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Inner',
    module: 'numpy',
    operands: 2,
    call: (a: Tensor, b: Tensor) =>
      a.rank === 0 || b.rank === 0 ? multiply(a, b) : contracted(a, b, [[-1], [-1]]),
  });
