import { ShapeError, formatShape } from '@myelin/core';
import { add, broadcastTo, cast, divide, expandDims, mean, sum, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * A mean over axes of tensors like `x`, of what the mask `[batch, ...]` lets count: it has one axis less than `x`.
 *
 * With a mask it divides by the number of elements and 1e-7, so that it is 0 where nothing counts.
 *
 * @see Keras `keras.layers.BatchNormalization._moments`
 */
export function averageOver(
  axis: readonly number[],
  x: Tensor,
  mask: Tensor | null,
  who: string,
): (values: Tensor) => Tensor {
  if (mask === null) return (values) => mean(values, { axis });
  if (mask.rank !== x.rank - 1) {
    throw new ShapeError({
      who,
      expected: `a mask with one axis less than the input ${formatShape(x.shape)}`,
      got: formatShape(mask.shape),
    });
  }
  const counts = broadcastTo(expandDims(cast(mask, { dtype: 'float32' }), { axis: -1 }), { shape: x.shape });
  const number = add(sum(counts, { axis }), 1e-7);
  return (values) => divide(sum(where(counts, values, 0), { axis }), number);
}
