import {
  type Tensor,
  any,
  cast,
  customGrad,
  div,
  equal,
  max as tfMax,
  mul,
  reshape,
  sum,
  util,
} from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { maximum } from './maximum.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

export interface MaxOptions extends ReduceOptions {
  /** What the result is at least. @defaultValue no bound */
  readonly initial?: number | null;
}

/**
 * The largest element. Elements that tie share the gradient, as in TensorFlow.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * max(tensor([1, 4, 3])); // 4
 * ```
 * @see Keras `keras.ops.max`
 */
export const max: OptionOp<MaxOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Max',
  module: 'numpy',
  options: ['axis', 'keepdims', 'initial'],
  call: (x: Tensor, { axis, keepdims = false, initial = null }: MaxOptions) => {
    const largest = maxAlong(x, axisOf(axis), keepdims);
    if (initial === null) return largest;
    return x.dtype === 'bool' ? cast(maximum(largest, initial), 'bool') : maximum(largest, initial);
  },
});

function maxAlong(x: Tensor, axis: number | number[] | undefined, keepdims: boolean): Tensor {
  if (x.dtype === 'float32') return floatMax(x, axis, keepdims);
  return x.dtype === 'bool' ? any(x, axis, keepdims) : tfMax(x, axis, keepdims);
}

// tfjs-core's own gradient gives every tied element the whole gradient.
function floatMax(x: Tensor, axis: number | number[] | undefined, keepdims: boolean): Tensor {
  const axes = util.parseAxisParam(axis ?? x.shape.map((_, i) => i), x.shape);
  const kept = x.shape.map((size, i) => (axes.includes(i) ? 1 : size));
  return customGrad((input, save) => {
    const value = tfMax(input as Tensor, axes, keepdims);
    (save as (tensors: Tensor[]) => void)([input as Tensor, value]);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor => {
      const [from, largest] = saved as [Tensor, Tensor];
      const winners = cast(equal(from, reshape(largest, kept)), 'float32');
      return mul(reshape(dy, kept), div(winners, sum(winners, axes, true)));
    };
    return { value, gradFunc };
  })(x);
}
