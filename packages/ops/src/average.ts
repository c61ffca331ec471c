import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type OptionOp, defineOp } from './define-op.js';
import { divide } from './divide.js';
import { mean } from './mean.js';
import { multiply } from './multiply.js';
import { toFloat } from './promote.js';
import type { ReduceOptions } from './reduce-options.js';
import { sum } from './sum.js';

export interface AverageOptions extends Pick<ReduceOptions, 'axis'> {
  /** One for each element, or for each place along one axis. @defaultValue all count alike */
  readonly weights?: Operand | null;
}

/** Within the op, operands are tensors. */
type AverageTensors = Pick<AverageOptions, 'axis'> & { readonly weights?: Tensor | null };

/**
 * Mean in which each element counts by its weight: `y = Σ w · x / Σ w`. Always a float.
 *
 * Over all elements, or along `axis`.
 *
 * @example
 * ```ts
 * average(tensor([1, 4]), { weights: tensor([3, 1]) }); // 1.75
 * ```
 * @see Keras `keras.ops.average`
 */
export const average: OptionOp<AverageOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Average',
  module: 'numpy',
  options: ['axis'],
  optionalOperands: ['weights'],
  call: (x: Tensor, { axis = null, weights = null }: AverageTensors) => {
    if (weights === null) return mean(x, { axis });
    const numbers = toFloat(x);
    if (weights.rank === x.rank)
      return divide(sum(multiply(numbers, weights), { axis }), sum(weights, { axis }));
    const shape = x.shape.map(() => 1).with(axis as number, -1);
    const along = reshape(weights, shape);
    return divide(sum(multiply(numbers, along), { axis }), sum(weights));
  },
});
