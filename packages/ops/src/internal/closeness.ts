import {
  type Tensor,
  abs,
  add,
  equal,
  isFinite,
  isNaN,
  lessEqual,
  logicalAnd,
  logicalOr,
  mul,
  sub,
} from '@tensorflow/tfjs-core';
import type { ClosenessOptions } from '../isclose.js';
import { offTape } from '../off-tape.js';

/** Whether `|a - b| ≤ atol + rtol · |b|` or both are the same infinity; whole numbers are compared exactly. */
export function areClose(
  a: Tensor,
  b: Tensor,
  { rtol = 1e-5, atol = 1e-8, equalNan = false }: ClosenessOptions,
): Tensor {
  return offTape(() => {
    if (a.dtype !== 'float32') return equal(a, b);
    const near = lessEqual(abs(sub(a, b)), add(mul(abs(b), rtol), atol));
    const close = logicalOr(logicalAnd(near, logicalAnd(isFinite(a), isFinite(b))), equal(a, b));
    return equalNan ? logicalOr(close, logicalAnd(isNaN(a), isNaN(b))) : close;
  });
}
