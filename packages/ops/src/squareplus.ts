import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { divide } from './divide.js';
import { sqrt } from './sqrt.js';
import { square } from './square.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface SquareplusOptions {
  /** How wide the bend around zero is. @defaultValue 4 */
  readonly b?: number;
}

/**
 * A smooth `relu` without exponentials: `y = (x + √(x² + b)) / 2`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * squareplus(tensor([0, 3])); // [1, 3.3028]
 * ```
 * @see Keras `keras.ops.squareplus`
 */
export const squareplus: OptionOp<SquareplusOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Squareplus',
  module: 'nn',
  options: ['b'],
  call: (x: Tensor, { b = 4 }: SquareplusOptions) => divide(add(x, sqrt(add(square(x), b))), 2),
});
