import { type Tensor, cast, logicalOr as tfLogicalOr } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';

/**
 * Whether one of two holds.
 *
 * Shapes that broadcast against each other → their common shape, bool.
 *
 * @example
 * ```ts
 * logicalOr(tensor([0, 1]), tensor([1, 1])); // [true, true]
 * ```
 * @see Keras `keras.ops.logical_or`
 */
export const logicalOr: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'LogicalOr',
    module: 'numpy',
    operands: 2,
    call: (a: Tensor, b: Tensor) => offTape(() => tfLogicalOr(cast(a, 'bool'), cast(b, 'bool'))),
  });
