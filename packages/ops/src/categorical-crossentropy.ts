import { ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  clipByValue,
  customGrad,
  div,
  exp,
  expandDims,
  log,
  mul,
  neg,
  sub,
  sum,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { logSoftmax } from './log-softmax.js';
import { logitsOf } from './logits.js';
import { toFloat } from './promote.js';

export interface CategoricalCrossentropyOptions {
  /** Whether `output` holds logits, not probabilities. @defaultValue false */
  readonly fromLogits?: boolean;
  /** The axis of the classes. @defaultValue -1 */
  readonly axis?: number;
}

/**
 * How far distributions are from the true ones: `y = -Σ target · log(output)`.
 *
 * Where the logits behind the probabilities are known, it works on them. Other probabilities are made to sum to 1 and
 * held within 1e-7 and 1 - 1e-7. The gradient by the logits is `softmax(logits) - target`, as in TensorFlow.
 *
 * `[..., classes]` and the same → `[...]`.
 *
 * @example
 * ```ts
 * categoricalCrossentropy(tensor([[0, 1]]), tensor([[0.5, 0.5]])); // [0.6931]
 * ```
 * @throws ShapeError when the shapes differ.
 * @see Keras `keras.ops.categorical_crossentropy`
 */
export const categoricalCrossentropy: (<A extends Operand, B extends Operand>(
  target: A,
  output: B,
  options?: CategoricalCrossentropyOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'CategoricalCrossentropy',
  module: 'nn',
  operands: 2,
  options: ['fromLogits', 'axis'],
  call: (target: Tensor, output: Tensor, options: CategoricalCrossentropyOptions) => {
    const { fromLogits = false, axis = -1 } = options;
    if (formatShape(target.shape) !== formatShape(output.shape)) {
      throw new ShapeError({
        who: 'categoricalCrossentropy',
        expected: `targets of the shape ${formatShape(output.shape)} of the predictions`,
        got: formatShape(target.shape),
        hint: 'One-hot encode class indices, or use the sparse loss.',
      });
    }
    const truth = toFloat(target);
    const logits = logitsOf(output) ?? (fromLogits ? output : undefined);
    if (logits !== undefined) return ofLogits(truth, toFloat(logits), axis);
    const given = toFloat(output);
    const probabilities = clipByValue(div(given, sum(given, axis, true)), 1e-7, 1 - 1e-7);
    return neg(sum(mul(truth, log(probabilities)), axis));
  },
});

// TensorFlow's gradient takes for granted that the targets sum to 1; that of the formula would not.
function ofLogits(target: Tensor, logits: Tensor, axis: number): Tensor {
  return customGrad((...args) => {
    const [truth, input, save] = args as unknown as [Tensor, Tensor, (tensors: Tensor[]) => void];
    const logProbabilities = logSoftmax(input, { axis });
    save([truth, logProbabilities]);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
      const [rows, logs] = saved as [Tensor, Tensor];
      const upstream = expandDims(dy, axis);
      return [mul(upstream, neg(logs)), mul(upstream, sub(exp(logs), rows))];
    };
    return { value: neg(sum(mul(truth, logProbabilities), axis)), gradFunc };
  })(target, logits);
}
