import { type Tensor, broadcastTo, broadcast_util, util } from '@tensorflow/tfjs-core';
import { isOnTape } from '../off-tape.js';

/**
 * Both with the shape that they have in common, but for `own` axes at the end: for ops whose gradients in tfjs-core do
 * not sum over repeated axes. Where no gradient is recorded, both as they are.
 */
export function ofOneShape(a: Tensor, b: Tensor, own = 0): [Tensor, Tensor] {
  if (!isOnTape()) return [a, b];
  const before = (x: Tensor): number[] => x.shape.slice(0, x.rank - own);
  const common = broadcast_util.assertAndGetBroadcastShape(before(a), before(b));
  const spread = (x: Tensor): Tensor => {
    const shape = [...common, ...x.shape.slice(x.rank - own)];
    return util.arraysEqual(x.shape, shape) ? x : broadcastTo(x, shape);
  };
  return [spread(a), spread(b)];
}
