import { type Tensor, gather, matMul, pad, reshape, tensor2d } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

export interface CorrelateOptions {
  /** `valid`: where they overlap wholly; `same`: as long as the longer one; `full`: at all. @defaultValue 'valid' */
  readonly mode?: 'valid' | 'same' | 'full';
}

/** Zeros put around, the first window, and how many there are. */
const windows: Readonly<
  Record<NonNullable<CorrelateOptions['mode']>, (n: number, m: number) => readonly [number, number, number]>
> = {
  valid: (n, m) => [0, 0, n - m + 1],
  same: (n, m) => [m - 1, Math.floor((Math.min(n, m) - 1) / 2), Math.max(n, m)],
  full: (n, m) => [m - 1, 0, n + m - 1],
};

/**
 * Cross-correlation of two sequences: `yₖ = Σ a[n + k] · v[n]`.
 *
 * `[n]` and `[m]`, `m` at most `n` → `[n - m + 1]`, `[n]` with `same`, `[n + m - 1]` with `full`. Always a float.
 *
 * @example
 * ```ts
 * correlate(tensor([1, 2, 3]), tensor([0, 1])); // [2, 3]
 * ```
 * @see Keras `keras.ops.correlate`
 */
export const correlate: (<A extends Operand, B extends Operand>(
  a: A,
  v: B,
  options?: CorrelateOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Correlate',
  module: 'numpy',
  operands: 2,
  options: ['mode'],
  call: (a: Tensor, v: Tensor, { mode = 'valid' }: CorrelateOptions) => {
    const [n, m] = [a.size, v.size];
    const [around, start, count] = windows[mode](n, m);
    const padded = pad(toFloat(a), [[around, around]]);
    const places = Int32Array.from({ length: count * m }, (_, i) => start + Math.floor(i / m) + (i % m));
    const rows = gather(padded, tensor2d(places, [count, m]));
    return reshape(matMul(rows, reshape(toFloat(v), [m, 1])), [count]);
  },
});
