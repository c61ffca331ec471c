import { maximum, multiply, rsqrt, square, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

interface UnitNormOptions {
  /** The axes over which there is one norm. @defaultValue all */
  readonly axis?: number | readonly number[];
  /** The least norm that is divided by. */
  readonly epsilon: number;
}

/** `x / max(√(Σ x²), epsilon)`, with finite gradients also at 0. */
export function toUnitNorm(x: Tensor, { epsilon, ...axes }: UnitNormOptions): Tensor {
  const squares = sum(square(x), { ...axes, keepdims: true });
  return multiply(x, rsqrt(maximum(squares, epsilon ** 2)));
}
