import {
  type Tensor,
  add,
  concat,
  matMul,
  mul,
  reshape,
  split,
  sub,
  tensor2d,
  transpose,
} from '@tensorflow/tfjs-core';

/** Real and imaginary parts, of one shape. */
export type Complex = readonly [real: Tensor, imaginary: Tensor];

/** Real numbers have no imaginary part. */
type Signal = readonly [real: Tensor, imaginary: Tensor | null];

/**
 * Fourier transforms of rows: `y[k] = Σ x[j] · e^(-2πi · jk / n)`, of `[rows, n]` in the same shape.
 *
 * Short rows are one product with a matrix. Longer ones become a matrix `[a, b]`, which is transformed along one axis after
 * the other; if a length has no divisors, it stays one product.
 *
 * @see Cooley and Tukey, An algorithm for the machine calculation of complex Fourier series, 1965.
 */
export function transformed(x: Signal): Complex {
  const n = x[0].shape[1] ?? 0;
  const a = n <= longestProduct ? 1 : largestDivisor(n);
  return a === 1 ? product(x, n) : apart(x, a, n / a);
}

/** Rows up to this length are one product: its matrix is as large as a small layer's. */
const longestProduct = 64;

/** The largest one up to the root. */
function largestDivisor(n: number): number {
  let divisor = Math.floor(Math.sqrt(n));
  while (n % divisor !== 0) divisor--;
  return divisor;
}

function product([real, imaginary]: Signal, n: number): Complex {
  const x = imaginary === null ? real : concat([real, imaginary], 1);
  const parts = matMul(x, turns(n, imaginary === null ? n : 2 * n));
  return split(parts, 2, 1) as [Tensor, Tensor];
}

/** `[cos, -sin]` for the real part, and for the imaginary part below it `[sin, cos]`: `[rows, 2n]`. */
function turns(n: number, rows: number): Tensor {
  const values = Float32Array.from({ length: rows * 2 * n }, (_, i) => {
    const [row, column] = [Math.floor(i / (2 * n)), i % (2 * n)];
    const angle = angleOf((row % n) * (column % n), n);
    if (row < n === column < n) return Math.cos(angle);
    return row < n ? -Math.sin(angle) : Math.sin(angle);
  });
  return tensor2d(values, [rows, 2 * n]);
}

function angleOf(steps: number, n: number): number {
  return (2 * Math.PI * (steps % n)) / n;
}

/** With `j = b · j₁ + j₂` and `k = k₁ + a · k₂`. */
function apart(x: Signal, a: number, b: number): Complex {
  const byColumns = rearranged(x, [a, b]);
  const columns = transformed(byColumns);
  const turned = multiplied(columns, twiddles(a, b));
  const rows = transformed(rearranged(turned, [b, a]));
  const [real, imaginary] = rearranged(rows, [a, b]);
  return [real, imaginary].map((part) => reshape(part, [-1, a * b])) as [Tensor, Tensor];
}

/** Rows of `rows · columns` as matrices, transposed: `[..., rows · columns]` → `[... · columns, rows]`. */
function rearranged<X extends Signal>(x: X, [rows, columns]: readonly [number, number]): X {
  return x.map((part: Tensor | null) =>
    part === null ? null : reshape(transpose(reshape(part, [-1, rows, columns]), [0, 2, 1]), [-1, rows]),
  ) as unknown as X;
}

/** `e^(-2πi · j₂k₁ / ab)`, `[b, a]`. */
function twiddles(a: number, b: number): Complex {
  const angles = Array.from({ length: a * b }, (_, i) => angleOf(Math.floor(i / a) * (i % a), a * b));
  const matrix = (valueAt: (angle: number) => number): Tensor =>
    tensor2d(Float32Array.from(angles, valueAt), [b, a]);
  return [matrix((angle) => Math.cos(angle)), matrix((angle) => -Math.sin(angle))];
}

/** Rows `[batch · b, a]` by factors `[b, a]`. */
function multiplied([real, imaginary]: Complex, [cos, sin]: Complex): Complex {
  const [b = 0, a = 0] = cos.shape;
  const [x, y] = [reshape(real, [-1, b, a]), reshape(imaginary, [-1, b, a])];
  return [sub(mul(x, cos), mul(y, sin)), add(mul(x, sin), mul(y, cos))];
}
