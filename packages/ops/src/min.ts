import { type Tensor, all, cast } from '@tensorflow/tfjs-core';
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
    const smallest =
      x.dtype === 'bool' ? all(x, axisOf(axis), keepdims) : negative(max(negative(x), { axis, keepdims }));
    if (initial === null) return smallest;
    return x.dtype === 'bool' ? cast(minimum(smallest, initial), 'bool') : minimum(smallest, initial);
  },
});
