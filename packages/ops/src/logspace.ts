import { type Tensor, cast, pow } from '@tensorflow/tfjs-core';
import { type OpClass, type Result, type Value, defineOp } from './define-op.js';
import { type LinspaceOptions, linspace } from './linspace.js';
import { toFloat } from './promote.js';

export interface LogspaceOptions extends Omit<LinspaceOptions, 'retstep'> {
  /** @defaultValue 10 */
  readonly base?: number;
}

/**
 * Numbers whose logarithms have equal distances, from `base ^ start` to `base ^ stop`.
 *
 * Shapes that broadcast against each other → their common shape with a new axis of size `num`.
 *
 * @example
 * ```ts
 * logspace(0, 2, { num: 3 }); // [1, 10, 100]
 * ```
 * @see Keras `keras.ops.logspace`
 */
export const logspace: (<A extends Value, B extends Value>(
  start: A,
  stop: B,
  options?: LogspaceOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Logspace',
  module: 'numpy',
  operands: 2,
  options: ['num', 'endpoint', 'base', 'dtype', 'axis'],
  call: (
    start: Tensor | number,
    stop: Tensor | number,
    { base = 10, dtype = null, ...options }: LogspaceOptions,
  ) => {
    const exponents = linspace(start, stop, { ...options, dtype });
    const powers = pow(base, toFloat(exponents));
    return dtype === 'int32' ? cast(powers, 'int32') : powers;
  },
});
