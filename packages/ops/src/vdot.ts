import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { contracted } from './internal/contracted.js';

/**
 * Sum of the products of all elements: `y = Σ a · b`.
 *
 * As many elements → `[]`.
 *
 * @example
 * ```ts
 * vdot(tensor([[1, 2], [3, 4]]), tensor([[1, 1], [2, 2]])); // 17
 * ```
 * @see Keras `keras.ops.vdot`
 */
export const vdot: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Vdot',
    module: 'numpy',
    operands: 2,
    call: (a: Tensor, b: Tensor) => contracted(reshape(a, [-1]), reshape(b, [-1]), [[0], [0]]),
  });
