import { cast, expandDims, multiHot, multiply, oneHot, reshape, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** How the layers of this folder say which categories there are. */
export type CategoryMode = 'one_hot' | 'multi_hot' | 'count';

/**
 * The categories of each example as rows of `depth` numbers; categories out of range leave no trace.
 *
 * `one_hot` has a row for each element, the other two one for each example, of its elements along the axis after the
 * batch; without a batch all elements are of one example.
 *
 * @see Keras `keras.src.utils.numerical_utils.encode_categorical_inputs`
 */
export function encodeTensor(
  indices: Tensor,
  mode: CategoryMode,
  depth: number,
  weights: Tensor | null = null,
): Tensor {
  const elements = indices.rank === 0 ? expandDims(indices, { axis: -1 }) : indices;
  if (mode === 'one_hot') return oneHot(withoutLastOne(elements), { numClasses: depth });
  if (mode === 'multi_hot') return multiHot(elements, { numClasses: depth });
  const rows = oneHot(elements, { numClasses: depth });
  const counted =
    weights === null ? rows : multiply(rows, expandDims(cast(weights, { dtype: 'float32' }), { axis: -1 }));
  return sum(counted, { axis: Math.min(1, elements.rank - 1) });
}

function withoutLastOne(x: Tensor): Tensor {
  const single = x.rank > 1 && x.shape.at(-1) === 1;
  return single ? reshape(x, { newshape: x.shape.slice(0, -1) }) : x;
}
