import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { multiply } from './multiply.js';

/**
 * All products of an element of one with one of the other: `y[i, j] = a[i] · b[j]`.
 *
 * Any shapes, flattened → `[size of a, size of b]`.
 *
 * @example
 * ```ts
 * outer(tensor([1, 2]), tensor([3, 4])); // [[3, 4], [6, 8]]
 * ```
 * @see Keras `keras.ops.outer`
 */
export const outer: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Outer',
    module: 'numpy',
    operands: 2,
    call: (a: Tensor, b: Tensor) => multiply(reshape(a, [-1, 1]), reshape(b, [1, -1])),
  });
