import { type Tensor, expandDims, reshape, slice } from '@tensorflow/tfjs-core';
import { cast } from './cast.js';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { equal } from './equal.js';
import { greaterEqual } from './greater-equal.js';
import { indices } from './indices.js';
import { countBefore } from './internal/count-before.js';
import { lessEqual } from './less-equal.js';
import { linspace } from './linspace.js';
import { logicalAnd } from './logical-and.js';
import { max } from './max.js';
import { min } from './min.js';
import { offTape } from './off-tape.js';
import { sum } from './sum.js';

export interface HistogramOptions {
  /** How many bins. @defaultValue 10 */
  readonly bins?: number;
  /** The first and the last edge; what lies beyond is not counted. @defaultValue the smallest and the largest element */
  readonly range?: readonly [number, number] | null;
}

/**
 * How many elements lie in each of some bins of equal width, and the edges of the bins. Both have the type of the tensor.
 *
 * Any shape → `[bins]` and `[bins + 1]`.
 *
 * @example
 * ```ts
 * histogram(tensor([1, 2, 2, 5]), { bins: 2 }); // [[3, 1], [1, 3, 5]]
 * ```
 * @see Keras `keras.ops.histogram`
 */
export const histogram: (<X extends Operand>(x: X, options?: HistogramOptions) => [Result<X>, Result<X>]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Histogram',
  module: 'numpy',
  options: ['bins', 'range'],
  call: (x: Tensor, { bins = 10, range = null }: HistogramOptions) => {
    const [low, high] = range ?? [min(x), max(x)];
    const edges = cast(linspace(low, high, { num: bins + 1 }), { dtype: x.dtype as 'float32' });
    const counted = offTape(() => {
      const values = reshape(x, [-1]);
      const within = logicalAnd(greaterEqual(values, low), lessEqual(values, high));
      const bin = countBefore(slice(edges, [1], [bins - 1]), values, 'right');
      const each = equal(expandDims(bin, 0), reshape(indices(bins), [bins, 1]));
      return cast(sum(logicalAnd(each, within), { axis: 1 }), { dtype: x.dtype as 'float32' });
    });
    return [counted, edges];
  },
});
