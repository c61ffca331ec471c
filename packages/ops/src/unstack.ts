import { ArgumentError } from '@myelin/core';
import { type Tensor, squeeze, unstack as tfUnstack } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

export interface UnstackOptions {
  /** How many parts there are. @defaultValue the size of the axis */
  readonly num?: number | null;
  /** The axis that is taken apart. @defaultValue 0 */
  readonly axis?: number;
}

/**
 * The parts of a tensor along one axis, as a list.
 *
 * @example
 * ```ts
 * unstack(tensor([[1, 2], [3, 4]]))[1]; // [3, 4]
 * ```
 * @throws ArgumentError when there are not `num` parts.
 * @see Keras `keras.ops.unstack`
 */
export const unstack: (<X extends Operand>(x: X, options?: UnstackOptions) => Result<X>[]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Unstack',
    module: 'core',
    options: ['num', 'axis'],
    call(x: Tensor, { num = null, axis = 0 }: UnstackOptions) {
      const count = x.shape.at(axis);
      if (num !== null && num !== count) {
        throw new ArgumentError({ who: 'unstack', expected: `${num} parts`, got: String(count) });
      }
      // The gradient that tfjs-core has for several fails for one.
      return count === 1 ? [squeeze(x, [axis])] : tfUnstack(x, axis);
    },
  });
