import { type Tensor, add, cast, gather, neg, reshape, tensor2d, topk } from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';

/** Of every row along the last axis, the places of its elements from the smallest to the largest; ties keep their order. */
export function ascendingOrder(x: Tensor): Tensor {
  const size = x.shape.at(-1) ?? 1;
  return offTape(() => topk(neg(x.dtype === 'bool' ? cast(x, 'int32') : x), size, true).indices);
}

/** Of every row `[..., n]` the elements at its own indices `[..., m]`. */
export function gatherInRows(x: Tensor, indices: Tensor): Tensor {
  const size = x.shape.at(-1) ?? 1;
  const width = indices.shape.at(-1) ?? 1;
  const flat = offTape(() => {
    const rows = reshape(cast(indices, 'int32'), [-1, width]);
    const [count = 0] = rows.shape;
    return reshape(
      add(
        rows,
        tensor2d(
          Int32Array.from({ length: count }, (_, i) => i * size),
          [count, 1],
        ),
      ),
      [-1],
    );
  });
  return reshape(gather(reshape(x, [-1]), flat as never), indices.shape);
}
