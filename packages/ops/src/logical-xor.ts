import { type Tensor, cast, logicalXor as tfLogicalXor } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';

/**
 * Whether exactly one of the two holds.
 *
 * Shapes that broadcast against each other → their common shape, bool.
 *
 * @example
 * ```ts
 * logicalXor(tensor([0, 1]), tensor([1, 1])); // [true, false]
 * ```
 * @see Keras `keras.ops.logical_xor`
 */
export const logicalXor: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'LogicalXor',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor, b: Tensor) => offTape(() => tfLogicalXor(cast(a, 'bool'), cast(b, 'bool'))),
});
