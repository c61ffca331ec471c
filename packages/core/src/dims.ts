import { ShapeError } from './errors.js';
import { type Shape, formatShape } from './shape.js';

/** Size of the last axis. @throws ShapeError when it is unknown. */
export function lastDim(shape: Shape, who: string): number {
  return knownDim(shape, -1, who);
}

/** Size of one axis; negative axes count from the end. @throws ShapeError when it is unknown. */
export function knownDim(shape: Shape, axis: number, who: string): number {
  const size = shape.at(axis);
  if (size === null || size === undefined) {
    throw new ShapeError({
      who,
      expected: `a known size of axis ${axis}`,
      got: formatShape(shape),
      hint: 'Weights have fixed sizes: give the input a shape that says how large this axis is.',
    });
  }
  return size;
}
