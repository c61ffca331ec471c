import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { countBefore } from './internal/count-before.js';

/**
 * The bin of each value: how many of the edges, which grow, are not above it. int32.
 *
 * Values of any shape and edges `[n]` → the shape of the values.
 *
 * @example
 * ```ts
 * digitize(tensor([0.2, 1, 5]), tensor([0, 1, 2])); // [1, 2, 3]
 * ```
 * @see Keras `keras.ops.digitize`
 */
export const digitize: (<X extends Operand, B extends Operand>(x: X, bins: B) => Result<B | X>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Digitize',
    module: 'numpy',
    operands: 2,
    call: (x: Tensor, bins: Tensor) => countBefore(bins, x, 'right'),
  });
