import { ShapeError, formatShape, shapeSize } from '@myelin/core';
import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { toFloat } from '../../promote.js';

/**
 * Runs what knows `[batch, rows, columns]` on matrices with any axes before their last two.
 *
 * @throws ShapeError when there are fewer than two axes, or the matrices are not square where they have to be.
 */
export function onMatrices(
  who: string,
  x: Tensor,
  run: (matrices: Tensor) => readonly Tensor[],
  shape: 'square' | 'any' = 'square',
): Tensor[] {
  const [rows = 0, columns = 0] = x.shape.slice(-2);
  if (x.rank < 2 || (shape === 'square' && rows !== columns)) {
    throw new ShapeError({
      who,
      expected: shape === 'square' ? 'square matrices' : 'matrices',
      got: formatShape(x.shape),
    });
  }
  const batch = x.shape.slice(0, -2);
  const results = run(reshape(toFloat(x), [shapeSize(batch), rows, columns]));
  return results.map((result) => reshape(result, [...batch, ...result.shape.slice(1)]));
}
