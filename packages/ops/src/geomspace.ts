import { type Tensor, cast, exp, expandDims, log, mul, sign } from '@tensorflow/tfjs-core';
import { absolute } from './absolute.js';
import { type OpClass, type Result, type Value, defineOp } from './define-op.js';
import { type LinspaceOptions, linspace } from './linspace.js';
import { promoteToFloat } from './promote.js';

/** As those of `linspace`, for the exponents. */
export type GeomspaceOptions = Omit<LinspaceOptions, 'retstep'>;

/**
 * Numbers with equal quotients, from `start` to `stop`, which have one sign.
 *
 * Shapes that broadcast against each other → their common shape with a new axis of size `num`.
 *
 * @example
 * ```ts
 * geomspace(1, 8, { num: 4 }); // [1, 2, 4, 8]
 * ```
 * @see Keras `keras.ops.geomspace`
 */
export const geomspace: (<A extends Value, B extends Value>(
  start: A,
  stop: B,
  options?: GeomspaceOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Geomspace',
  module: 'numpy',
  operands: 2,
  options: ['num', 'endpoint', 'dtype', 'axis'],
  call: (start: Tensor | number, stop: Tensor | number, { dtype = null, ...options }: GeomspaceOptions) => {
    const [from, to] = promoteToFloat(start, stop);
    const exponents = linspace(log(absolute(from)), log(absolute(to)), options);
    const sizes = mul(exp(exponents), expandDims(sign(from), from.rank === 0 ? 0 : (options.axis ?? 0)));
    return dtype === 'int32' ? cast(sizes, 'int32') : sizes;
  },
});
