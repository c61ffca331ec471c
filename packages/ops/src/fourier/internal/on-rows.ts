import { ShapeError, formatShape, shapeSize } from '@myelin/core';
import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { toFloat } from '../../promote.js';
import type { Complex } from './transformed.js';

/** Runs what knows rows, `[rows, n]`, on complex numbers with any axes before the last one. */
export function onRows([real, imaginary]: Complex, run: (x: Complex) => Complex): [Tensor, Tensor] {
  const before = real.shape.slice(0, -1);
  const flat = (x: Tensor): Tensor => reshape(toFloat(x), [shapeSize(before), real.shape.at(-1) ?? 0]);
  return run([flat(real), flat(imaginary)]).map((y) => reshape(y, [...before, y.shape[1] ?? 0])) as [
    Tensor,
    Tensor,
  ];
}

/** @throws ShapeError when both parts differ in shape, or have fewer axes than that. */
export function expectComplex(who: string, [real, imaginary]: Complex, axes: number): void {
  const [one, other] = [formatShape(real.shape), formatShape(imaginary.shape)];
  if (one === other && real.rank >= axes) return;
  throw new ShapeError({
    who,
    expected: `real and imaginary parts of one shape with at least ${axes} axes`,
    got: `${one} and ${other}`,
  });
}
