import { type Tensor, cast, logicalAnd as tfLogicalAnd } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';

/**
 * Whether both hold.
 *
 * Shapes that broadcast against each other → their common shape, bool.
 *
 * @example
 * ```ts
 * logicalAnd(tensor([0, 1]), tensor([1, 1])); // [false, true]
 * ```
 * @see Keras `keras.ops.logical_and`
 */
export const logicalAnd: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'LogicalAnd',
    module: 'numpy',
    operands: 2,
    call: (a: Tensor, b: Tensor) => offTape(() => tfLogicalAnd(cast(a, 'bool'), cast(b, 'bool'))),
  });
