import { type Tensor, broadcastTo as tfBroadcastTo } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface BroadcastToOptions {
  readonly shape: readonly number[];
}

/**
 * The elements repeated along axes of size 1.
 *
 * @example
 * ```ts
 * broadcastTo(tensor([1, 2]), { shape: [2, 2] }); // [[1, 2], [1, 2]]
 * ```
 * @see Keras `keras.ops.broadcast_to`
 */
export const broadcastTo: OptionOp<BroadcastToOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'BroadcastTo',
  module: 'numpy',
  options: ['shape'],
  call: (x: Tensor, { shape }: BroadcastToOptions) => tfBroadcastTo(x, [...shape]),
});
