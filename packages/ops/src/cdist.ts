import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, expandDims, square, sub, sum } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { root } from './internal/root.js';
import { toFloat } from './promote.js';

/**
 * Distances between all rows of two matrices: `y[i, j] = ‖a[i] - b[j]‖`.
 *
 * `[..., m, size]` and `[..., n, size]` → `[..., m, n]`. Equal rows have the gradient zero, where Keras has NaN.
 *
 * @example
 * ```ts
 * cdist(tensor([[0, 0]]), tensor([[3, 4], [0, 1]])); // [[5, 1]]
 * ```
 * @throws ShapeError when there are fewer than two axes, or the rows have different sizes.
 * @see Keras `keras.ops.cdist`
 */
export const cdist: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'CDist',
    module: 'math',
    operands: 2,
    call(a: Tensor, b: Tensor) {
      if (a.rank < 2 || b.rank < 2 || a.shape.at(-1) !== b.shape.at(-1)) {
        throw new ShapeError({
          who: 'cdist',
          expected: 'two matrices with rows of one size',
          got: `${formatShape(a.shape)} and ${formatShape(b.shape)}`,
        });
      }
      const differences = sub(expandDims(toFloat(a), -2), expandDims(toFloat(b), -3));
      return root(sum(square(differences), -1), 2);
    },
  });
