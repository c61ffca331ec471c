import { type Tensor, log, mean, mul, squaredDifference, sub } from '@tensorflow/tfjs-core';
import { ShapeError, formatShape } from '@myelin/core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

export interface PsnrOptions {
  /** The largest value that there can be: 1, or 255. */
  readonly maxVal: number;
}

/**
 * Peak signal-to-noise ratio in decibels: `y = 10 · log₁₀(maxVal² / mean((x1 - x2)²))`.
 *
 * Two of one shape → `[]`. Infinite where they are equal.
 *
 * @example
 * ```ts
 * psnr(tensor([0, 0.2]), tensor([0.1, 0.1]), { maxVal: 1 }); // 20
 * ```
 * @throws ShapeError when the shapes differ.
 * @see Keras `keras.ops.psnr`
 */
export const psnr: (<A extends Operand, B extends Operand>(
  x1: A,
  x2: B,
  options: PsnrOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'PSNR',
  module: 'nn',
  operands: 2,
  options: ['maxVal'],
  call(x1: Tensor, x2: Tensor, { maxVal }: PsnrOptions) {
    if (x1.shape.join() !== x2.shape.join()) {
      throw new ShapeError({
        who: 'psnr',
        expected: 'two of the same shape',
        got: `${formatShape(x1.shape)} and ${formatShape(x2.shape)}`,
      });
    }
    const noise = mul(log(mean(squaredDifference(x1, x2))), 10 / Math.LN10);
    return sub(20 * Math.log10(maxVal), noise);
  },
});
