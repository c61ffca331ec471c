import { type Tensor, broadcastTo, broadcast_util, util } from '@tensorflow/tfjs-core';

/** Both with the shape that they have in common: for ops whose gradients in tfjs-core do not sum over repeated axes. */
export function ofOneShape(a: Tensor, b: Tensor): [Tensor, Tensor] {
  const shape = broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
  const spread = (x: Tensor): Tensor => (util.arraysEqual(x.shape, shape) ? x : broadcastTo(x, shape));
  return [spread(a), spread(b)];
}
