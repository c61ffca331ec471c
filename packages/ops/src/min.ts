import { type Tensor, all, cast, min as tfMin } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { max } from './max.js';
import { minimum } from './minimum.js';
import { negative } from './negative.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

export interface MinOptions extends ReduceOptions {
  /** What the result is at most. @defaultValue no bound */
  readonly initial?: number | null;
}

/**
 * The smallest element. Elements that tie share the gradient, as in TensorFlow.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * min(tensor([1, 2, 3, 4])); // 1
 * ```
 * @see Keras `keras.ops.min`
 */
export const min: OptionOp<MinOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Min',
  module: 'numpy',
  options: ['axis', 'keepdims', 'initial'],
  call: (x: Tensor, { axis = null, keepdims = false, initial = null }: MinOptions) => {
    const smallest = smallestOf(x, axis, keepdims);
    if (initial === null) return smallest;
    return x.dtype === 'bool' ? cast(minimum(smallest, initial), 'bool') : minimum(smallest, initial);
  },
});

/** The gradient of tfjs-core gives each of equal elements the whole; whole numbers have none. */
function smallestOf(x: Tensor, axis: ReduceOptions['axis'], keepdims: boolean): Tensor {
  if (x.dtype === 'bool') return all(x, axisOf(axis), keepdims);
  if (x.dtype === 'int32') return tfMin(x, axisOf(axis), keepdims);
  return negative(max(negative(x), { axis: axis ?? null, keepdims }));
}
