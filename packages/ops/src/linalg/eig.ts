import { type Tensor, fill, tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from '../define-op.js';
import { withGradient } from '../gradients/with-gradient.js';
import { hostValues } from '../internal/host-values.js';
import { eigGradient } from './internal/eig-gradient.js';
import { eigenOf } from './internal/eigenvectors.js';
import { onMatrices } from './internal/on-matrices.js';

/** A complex result: its real and its imaginary part. */
type Pair<X> = [real: Result<X>, imaginary: Result<X>];

/**
 * Eigenvalues and eigenvectors of square matrices, which are complex, so that both are pairs here:
 * `x · v[:, i] = w[i] · v[:, i]`.
 *
 * By QR steps in float64 on the host; steps with it run op by op, and WebGPU, which cannot read at once, has no part in it.
 * For symmetric matrices `eigh` is faster, and compiles.
 *
 * The eigenvalues stand from the smallest real part to the largest, and where these are equal from the largest imaginary
 * part to the smallest; Keras leaves the order open. Each vector has the length 1, and its largest element is real and
 * positive. A matrix that has too few vectors gets almost equal ones. The gradient by vectors grows without bound where
 * eigenvalues come close to each other.
 *
 * `[..., n, n]` → parts of the values `[..., n]` and of the vectors `[..., n, n]`, which are columns.
 *
 * @example
 * ```ts
 * eig(tensor([[0, -1], [1, 0]]))[0]; // [[0, 0], [1, -1]]
 * ```
 * @throws ShapeError when the matrices are not square; TraceError in a program.
 * @see Keras `keras.ops.eig`; LAPACK `geev`; Golub and Van Loan, Matrix Computations, chapter 7.
 */
export const eig: (<X extends Operand>(x: X) => [values: Pair<X>, vectors: Pair<X>]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Eig',
    module: 'linalg',
    call(x: Tensor) {
      const [real, imaginary, ...vectors] = onMatrices('eig', x, decomposed) as [
        Tensor,
        Tensor,
        Tensor,
        Tensor,
      ];
      return [[real, imaginary], vectors];
    },
  });

function decomposed(a: Tensor): Tensor[] {
  return withGradient(
    { a },
    () => {
      const { outputs, largest } = onHost(a);
      return { outputs, kept: [...outputs, largest] };
    },
    (upstream, kept) => ({ a: () => eigGradient(upstream, kept) }),
  );
}

/** The parts of values and vectors, and a one for the largest element of each vector. */
function onHost(a: Tensor): { outputs: Tensor[]; largest: Tensor } {
  const [batch = 0, n = 0] = a.shape;
  const shapes = [
    [batch, n],
    [batch, n],
    [batch, n, n],
    [batch, n, n],
  ];
  const data = hostValues('eig', a);
  if (data === null) {
    return { outputs: shapes.map((shape) => fill(shape, 0)), largest: fill([batch, n, n], 0) };
  }
  const found = Array.from({ length: batch }, (_, i) =>
    eigenOf({ size: n, values: Float64Array.from(data.subarray(i * n * n, (i + 1) * n * n)) }),
  );
  const parts = found.map(({ values, vectors }) => [...values, ...vectors]);
  const marks = new Float32Array(batch * n * n);
  found.forEach(({ largest }, i) => {
    largest.forEach((row, column) => (marks[(i * n + row) * n + column] = 1));
  });
  return {
    outputs: shapes.map((shape, part) => {
      const size = shape.slice(1).reduce((product, axis) => product * axis, 1);
      const all = new Float32Array(batch * size);
      parts.forEach((one, i) => {
        all.set(one[part] as Float64Array, i * size);
      });
      return tensor(all, shape);
    }),
    largest: tensor(marks, [batch, n, n]),
  };
}
