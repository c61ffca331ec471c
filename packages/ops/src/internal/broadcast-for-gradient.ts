import { type Tensor, backend_util, broadcastTo } from '@tensorflow/tfjs-core';
import { isOnTape } from '../off-tape.js';

/**
 * The operands in their common shape, where a gradient is recorded.
 *
 * tfjs-core's gradients of `maximum` and `minimum` do not sum over axes along which an operand was repeated.
 */
export function broadcastForGradient([a, b]: readonly [Tensor, Tensor]): [Tensor, Tensor] {
  if (!isOnTape()) return [a, b];
  const shape = backend_util.assertAndGetBroadcastShape(a.shape, b.shape);
  const wide = (x: Tensor): Tensor => (x.shape.join() === shape.join() ? x : broadcastTo(x, shape));
  return [wide(a), wide(b)];
}
