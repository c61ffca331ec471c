import { type Tensor, atan2 } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promoteToFloat } from './promote.js';

/**
 * Angle of the point `(b, a)`, from -π to π: `y = tan⁻¹(a / b)` in the right quadrant.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * arctan2(tensor([1, -1]), tensor([0, -1])); // [1.570796, -2.356194]
 * ```
 * @see Keras `keras.ops.arctan2`
 */
export const arctan2: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Arctan2',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => atan2(...promoteToFloat(a, b)),
});
