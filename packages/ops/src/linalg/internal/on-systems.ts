import { ShapeError, formatShape, shapeSize } from '@myelin/core';
import { type Tensor, expandDims, reshape, squeeze } from '@tensorflow/tfjs-core';
import { toFloat } from '../../promote.js';

/**
 * Runs what solves `a · x = b` for `a [batch, n, n]` and `b [batch, n, m]`, on systems with any axes before, and on vectors.
 *
 * @throws ShapeError when the shapes do not fit together.
 */
export function onSystems(who: string, a: Tensor, b: Tensor, run: (a: Tensor, b: Tensor) => Tensor): Tensor {
  if (b.rank === a.rank - 1) return squeeze(onSystems(who, a, expandDims(b, -1), run), [b.rank]);
  const batch = a.shape.slice(0, -2);
  const [n, columns] = a.shape.slice(-2);
  if (a.rank < 2 || n !== columns || b.shape.slice(0, -1).join() !== [...batch, n].join()) {
    throw new ShapeError({
      who,
      expected: 'square matrices, and right sides with as many rows',
      got: `${formatShape(a.shape)} and ${formatShape(b.shape)}`,
    });
  }
  const flat = (x: Tensor): Tensor => reshape(toFloat(x), [shapeSize(batch), ...x.shape.slice(-2)]);
  return reshape(run(flat(a), flat(b)), b.shape);
}
