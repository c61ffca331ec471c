import { type Tensor, stack } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';

/**
 * The real and imaginary parts of complex numbers, which are pairs here, side by side.
 *
 * Real and imaginary parts `[...]` → `[..., 2]`.
 *
 * @example
 * ```ts
 * viewAsReal([tensor([1, 3]), tensor([2, 4])]); // [[1, 2], [3, 4]]
 * ```
 * @see Keras `keras.ops.view_as_real`
 */
export const viewAsReal: (<A extends Operand, B extends Operand>(
  x: readonly [real: A, imaginary: B],
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'ViewAsReal',
  module: 'math',
  call: ([real, imaginary]: readonly [Tensor, Tensor]) => stack([real, imaginary], -1),
});
