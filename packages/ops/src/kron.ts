import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { multiply } from './multiply.js';

/**
 * Kronecker product: `b` multiplied by each element of `a`, in the place of that element.
 *
 * `[m, n]` and `[p, q]` → `[m · p, n · q]`; likewise for any number of axes.
 *
 * @example
 * ```ts
 * kron(tensor([1, 2]), tensor([1, 10])); // [1, 10, 2, 20]
 * ```
 * @see Keras `keras.ops.kron`
 */
export const kron: (<A extends Operand, B extends Operand>(a: A, b: B) => Result<A | B>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Kron',
    module: 'numpy',
    operands: 2,
    call: (a: Tensor, b: Tensor) => {
      const rank = Math.max(a.rank, b.rank);
      const [m, n] = [a, b].map(({ shape }) => [...Array<number>(rank - shape.length).fill(1), ...shape]) as [
        number[],
        number[],
      ];
      const products = multiply(
        reshape(
          a,
          m.flatMap((size) => [size, 1]),
        ),
        reshape(
          b,
          n.flatMap((size) => [1, size]),
        ),
      );
      return reshape(
        products,
        m.map((size, i) => size * (n[i] ?? 1)),
      );
    },
  });
