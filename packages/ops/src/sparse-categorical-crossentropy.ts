import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  cast,
  clipByValue,
  customGrad,
  equal,
  exp,
  expandDims,
  greaterEqual,
  less,
  log,
  logSoftmax,
  logicalAnd,
  mul,
  neg,
  scalar,
  squeeze,
  sub,
  sum,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { indices } from './indices.js';
import { logitsOf } from './logits.js';
import { toFloat } from './promote.js';

export interface SparseCategoricalCrossentropyOptions {
  /** Whether `output` holds logits, not probabilities. @defaultValue false */
  readonly fromLogits?: boolean;
  /** The axis of the classes, of which Keras knows the last one alone. @defaultValue -1 */
  readonly axis?: number;
}

/**
 * How far distributions are from the true classes: `y = -log(output[target])`.
 *
 * Where the logits behind the probabilities are known, it works on them. Other probabilities are held within 1e-7 and
 * 1 - 1e-7, then made to sum to 1. A class that does not exist gives NaN.
 *
 * Classes `[...]` or `[..., 1]`, and `[..., classes]` → `[...]`.
 *
 * @example
 * ```ts
 * sparseCategoricalCrossentropy(tensor([1], 'int32'), tensor([[0.5, 0.5]])); // [0.6931]
 * ```
 * @throws ShapeError unless `target` has the shape of `output` without its last axis, or with 1 there.
 * @throws ArgumentError when `axis` is not the last one.
 * @see Keras `keras.ops.sparse_categorical_crossentropy`
 */
export const sparseCategoricalCrossentropy: (<A extends Operand, B extends Operand>(
  target: A,
  output: B,
  options?: SparseCategoricalCrossentropyOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SparseCategoricalCrossentropy',
  module: 'nn',
  operands: 2,
  options: ['fromLogits', 'axis'],
  call: (target: Tensor, output: Tensor, options: SparseCategoricalCrossentropyOptions) => {
    const { fromLogits = false, axis = -1 } = options;
    if (axis !== -1 && axis !== output.rank - 1) {
      throw new ArgumentError({
        who: 'sparseCategoricalCrossentropy',
        expected: 'the last axis',
        got: String(axis),
      });
    }
    const isColumn = target.rank === output.rank && target.shape.at(-1) === 1;
    const classes = cast(isColumn ? squeeze(target, [-1]) : target, 'int32');
    if (formatShape(classes.shape) !== formatShape(output.shape.slice(0, -1))) {
      throw new ShapeError({
        who: 'sparseCategoricalCrossentropy',
        expected: `one class for each row of the predictions ${formatShape(output.shape)}`,
        got: `classes ${formatShape(target.shape)}`,
        hint: 'For one-hot targets use the loss that is not sparse.',
      });
    }
    const logits = logitsOf(output) ?? (fromLogits ? output : undefined);
    return ofLogits(classes, toFloat(logits ?? log(clipByValue(toFloat(output), 1e-7, 1 - 1e-7))));
  },
});

function ofLogits(classes: Tensor, logits: Tensor): Tensor {
  const count = logits.shape.at(-1) ?? 0;
  return customGrad((...args) => {
    const [input, save] = args as unknown as [Tensor, (tensors: Tensor[]) => void];
    const inRange = logicalAnd(
      greaterEqual(classes, scalar(0, 'int32')),
      less(classes, scalar(count, 'int32')),
    );
    const isClass = equal(expandDims(classes, -1), indices(count));
    const logProbabilities = logSoftmax(input);
    save([logProbabilities, isClass, inRange]);
    // Chosen, not multiplied: the other classes may have logits of minus infinity.
    const chosen = sum(where(isClass, logProbabilities, zerosLike(logProbabilities)), -1);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor => {
      const [logs, hot, known] = saved as [Tensor, Tensor, Tensor];
      const upstream = expandDims(where(known, dy, scalar(NaN)), -1);
      return mul(upstream, sub(exp(logs), cast(hot, 'float32')));
    };
    return { value: where(inRange, neg(chosen), scalar(NaN)), gradFunc };
  })(logits);
}
