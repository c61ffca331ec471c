import { ShapeError } from '@myelin/core';
import { slice } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DataFormat } from '../../internal/one-of.js';
import { type Border, onAllAxes } from './borders.js';

/** What is left without borders. @throws ShapeError naming the layer when nothing is. */
export function crop(x: Tensor, borders: readonly Border[], format: DataFormat, who: string): Tensor {
  const all = onAllAxes(borders, format);
  const shape = x.shape.map((size, axis) => {
    const [before, after] = all[axis] ?? [0, 0];
    if (before + after === 0 || before + after < size) return size - before - after;
    throw new ShapeError({
      who,
      expected: `inputs of which \`cropping\` leaves something on axis ${axis}`,
      got: `${size} with ${before} and ${after} to take away`,
    });
  });
  return slice(x, { startIndices: all.map(([before]) => before), shape });
}
