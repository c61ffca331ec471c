import { type Tensor, cast, oneHot as tfOneHot } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface OneHotOptions {
  readonly numClasses: number;
}

/**
 * A row of zeros with a one at the place of the class, for each class; classes out of range give zeros.
 *
 * @example
 * ```ts
 * oneHot(tensor([1, 0]), { numClasses: 3 }); // [[0, 1, 0], [1, 0, 0]]
 * ```
 * @see Keras `keras.ops.one_hot`
 */
export const oneHot: OptionOp<OneHotOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'OneHot',
  module: 'nn',
  options: ['numClasses'],
  // Not by its own option: for floats tfjs-backend-wasm writes the bits of integers.
  call: (x: Tensor, { numClasses }: OneHotOptions) =>
    cast(tfOneHot(cast(x, 'int32'), numClasses, 1, 0, 'int32'), 'float32'),
});
