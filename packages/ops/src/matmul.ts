import { ShapeError, formatShape, shapeSize } from '@myelin/core';
import { type Tensor, cast, matMul, reshape, squeeze } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { ofOneShape } from './internal/of-one-shape.js';
import { promote, toFloat } from './promote.js';

/**
 * Matrix product over the last two axes: `y = a · b`.
 *
 * `[..., m, k]` and `[..., k, n]` → `[..., m, n]`; a vector acts as a row on the left and as a column on the right.
 *
 * @example
 * ```ts
 * matmul(tensor([[1, 2]]), tensor([[3], [4]])); // [[11]]
 * ```
 * @throws ShapeError when the inner sizes differ.
 * @see Keras `keras.ops.matmul`
 */
export const matmul: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Matmul',
    module: 'numpy',
    operands: 2,
    call(a: Tensor, b: Tensor) {
      const inner = b.rank === 1 ? b.shape[0] : b.shape.at(-2);
      if (a.rank === 0 || b.rank === 0 || a.shape.at(-1) !== inner) {
        throw new ShapeError({
          who: 'matmul',
          expected: 'the last axis of a to have the size of the axis before the last of b',
          got: `${formatShape(a.shape)} and ${formatShape(b.shape)}`,
        });
      }
      // Programs multiply matrices of floats alone.
      if (a.dtype !== 'float32' || b.dtype !== 'float32') {
        const product = matmul(toFloat(a), toFloat(b));
        return promote(a, b)[0].dtype === 'float32' ? product : cast(product, 'int32');
      }
      if (b.rank === 1) return squeeze(matmul(a, reshape(b, [-1, 1])), [-1 + Math.max(a.rank, 1)]);
      if (a.rank === 1) return squeeze(matmul(reshape(a, [1, -1]), b), [b.rank - 2]);
      if (b.rank > 2 || a.rank === 2) return matMul(...ofOneShape(a, b, 2));
      // One product of all rows is faster than one a batch entry.
      const rows = a.shape.slice(0, -1);
      const product = matMul(reshape(a, [shapeSize(rows), -1]), b);
      return reshape(product, [...rows, b.shape[1] ?? 0]);
    },
  });
