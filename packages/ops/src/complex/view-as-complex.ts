import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, unstack } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';

/**
 * Complex numbers, as a pair, from real and imaginary parts that stand side by side.
 *
 * `[..., 2]` → real and imaginary parts `[...]`.
 *
 * @example
 * ```ts
 * viewAsComplex(tensor([[1, 2], [3, 4]])); // [[1, 3], [2, 4]]
 * ```
 * @throws ShapeError when the last axis has not two elements.
 * @see Keras `keras.ops.view_as_complex`
 */
export const viewAsComplex: (<X extends Operand>(x: X) => [real: Result<X>, imaginary: Result<X>]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'ViewAsComplex',
    module: 'math',
    call(x: Tensor) {
      if (x.shape.at(-1) === 2) return unstack(x, -1);
      throw new ShapeError({
        who: 'viewAsComplex',
        expected: 'real and imaginary parts side by side, [..., 2]',
        got: formatShape(x.shape),
      });
    },
  });
