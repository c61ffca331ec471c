import { type Tensor, clone } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';

/**
 * The tensor itself, as a constant for gradients.
 *
 * @example
 * ```ts
 * stopGradient(tensor([1, 2])); // [1, 2]
 * ```
 * @see Keras `keras.ops.stop_gradient`
 */
export const stopGradient: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'StopGradient',
  module: 'core',
  call: (x: Tensor) => offTape(() => clone(x)),
});
