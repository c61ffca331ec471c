import { type Tensor, expandDims } from '@tensorflow/tfjs-core';
import { lessEqual } from '../less-equal.js';
import { less } from '../less.js';
import { offTape } from '../off-tape.js';
import { sum } from '../sum.js';

/** How many elements of a sequence `[n]` lie below each value, or with `right` not above it. */
export function countBefore(sequence: Tensor, values: Tensor, side: 'left' | 'right'): Tensor {
  const each = expandDims(values, -1);
  return offTape(() => sum(side === 'left' ? less(sequence, each) : lessEqual(sequence, each), { axis: -1 }));
}
