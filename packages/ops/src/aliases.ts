import type { Tensor } from '@tensorflow/tfjs-core';
import { absolute } from './absolute.js';
import { bitwiseInvert } from './bitwise-invert.js';
import { bitwiseLeftShift } from './bitwise-left-shift.js';
import { bitwiseRightShift } from './bitwise-right-shift.js';
import { conjugate } from './complex/conjugate.js';
import { map } from './control-flow/map.js';
import { type BinaryOp, type OpClass, type OptionOp, type UnaryOp, defineOp } from './define-op.js';
import { divide } from './divide.js';
import { max } from './max.js';
import { min } from './min.js';
import type { ReduceOptions } from './reduce-options.js';

/** {@link absolute} under another name of Keras. */
export const abs: typeof absolute = absolute;

/** {@link conjugate} under another name of Keras. */
export const conj: typeof conjugate = conjugate;

/** {@link max} under another name of Keras, without a bound. */
export const amax: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Amax',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => max(x, options),
});

/** {@link min} under another name of Keras, without a bound. */
export const amin: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Amin',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => min(x, options),
});

/** {@link bitwiseInvert} under another name of Keras. */
export const bitwiseNot: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'BitwiseNot',
  module: 'numpy',
  call: (x: Tensor) => bitwiseInvert(x),
});

/** {@link bitwiseLeftShift} under another name of Keras. */
export const leftShift: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'LeftShift',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number): Tensor => bitwiseLeftShift(a, b),
});

/** {@link bitwiseRightShift} under another name of Keras. */
export const rightShift: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'RightShift',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number): Tensor => bitwiseRightShift(a, b),
});

/** {@link divide} under another name of Keras. */
export const trueDivide: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'TrueDivide',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number): Tensor => divide(a, b),
});

/**
 * A function on each row of tensors: {@link map} under another name of Keras.
 *
 * @example
 * ```ts
 * vectorizedMap(([a, b]) => add(a, b), [tensor([1, 2]), tensor([3, 4])]); // [4, 6]
 * ```
 * @see Keras `keras.ops.vectorized_map`
 */
export const vectorizedMap: typeof map = map;
