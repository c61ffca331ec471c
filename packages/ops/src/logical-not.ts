import { type Tensor, cast, logicalNot as tfLogicalNot } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';

/**
 * Truth turned round.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * logicalNot(tensor([1, 0])); // [false, true]
 * ```
 * @see Keras `keras.ops.logical_not`
 */
export const logicalNot: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'LogicalNot',
  module: 'numpy',
  call: (x: Tensor) => offTape(() => tfLogicalNot(cast(x, 'bool'))),
});
