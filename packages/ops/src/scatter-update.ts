import { ArgumentError } from '@myelin/core';
import { type Tensor, add, gather, maximum, minimum, mul, reshape, where } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { greaterEqual as notBelow } from './greater-equal.js';
import { indices as upTo } from './indices.js';
import { placesOf } from './internal/places-of.js';
import { maximum as largest } from './maximum.js';
import { offTape } from './off-tape.js';
import { scatter } from './scatter.js';
import { segmentMax } from './segment-max.js';
import { segmentMin } from './segment-min.js';
import { segmentProd } from './segment-prod.js';

export interface ScatterUpdateOptions {
  /** How an update meets what is there. @defaultValue it takes its place, and of several the last one does */
  readonly reduction?: 'add' | 'max' | 'min' | 'mul' | null;
}

/**
 * The inputs with updates at given places.
 *
 * `inputs`, `indices [..., k]`, which name elements or, where `k` is less than the rank, rows, and `updates [..., ...row]` →
 * the shape of the inputs.
 *
 * @example
 * ```ts
 * scatterUpdate(tensor([1, 2, 3]), tensor([[2], [0]]), tensor([8, 9])); // [9, 2, 8]
 * ```
 * @throws ArgumentError for an unknown reduction.
 * @see Keras `keras.ops.scatter_update`
 */
export const scatterUpdate: (<X extends Operand, I extends Operand, U extends Operand>(
  inputs: X,
  indices: I,
  updates: U,
  options?: ScatterUpdateOptions,
) => Result<X | I | U>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'ScatterUpdate',
  module: 'core',
  operands: 3,
  options: ['reduction'],
  call(inputs: Tensor, indices: Tensor, updates: Tensor, { reduction = null }: ScatterUpdateOptions) {
    if (reduction === 'add') return add(inputs, scatter(indices, updates, { shape: inputs.shape }));
    const { places, named, count, row } = placesOf(indices, inputs.shape);
    const rows = reshape(updates, [named, ...row]);
    const reduced = (segmentsOf: typeof segmentMax): Tensor =>
      reshape(segmentsOf(rows, places, { numSegments: count }), inputs.shape);
    switch (reduction) {
      case null:
        return replaced(inputs, rows, places, count);
      case 'max':
        return maximum(inputs, reduced(segmentMax));
      case 'min':
        return minimum(inputs, reduced(segmentMin));
      case 'mul':
        return mul(inputs, reduced(segmentProd));
      default:
        throw new ArgumentError({
          who: 'scatterUpdate',
          expected: 'add, max, min, mul or nothing as reduction',
          got: String(reduction),
        });
    }
  },
});

/** Each row takes the last update for it. */
function replaced(inputs: Tensor, rows: Tensor, places: Tensor, count: number): Tensor {
  const [named = 0, ...row] = rows.shape;
  const [last, isUpdated] = offTape(() => {
    const found = segmentMax(upTo(named), places, { numSegments: count });
    return [largest(found, 0), reshape(notBelow(found, 0), [count, ...row.map(() => 1)])] as const;
  });
  const there = reshape(inputs, [count, ...row]);
  return reshape(where(isUpdated, gather(rows, last), there), inputs.shape);
}
