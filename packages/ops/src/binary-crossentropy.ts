import { ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  abs,
  add,
  clipByValue,
  customGrad,
  exp,
  log,
  log1p,
  mul,
  neg,
  relu,
  sigmoid,
  sub,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { logitsOf } from './logits.js';
import { toFloat } from './promote.js';

export interface BinaryCrossentropyOptions {
  /** Whether `output` holds logits, not probabilities. @defaultValue false */
  readonly fromLogits?: boolean;
}

/**
 * How far probabilities of yes are from the truth: `y = -target · log(output) - (1 - target) · log(1 - output)`.
 *
 * Where the logits behind the probabilities are known, it works on them. Other probabilities are held within 1e-7 and
 * 1 - 1e-7.
 *
 * Two of one shape → that shape.
 *
 * @example
 * ```ts
 * binaryCrossentropy(tensor([1, 0]), tensor([0.5, 0.5])); // [0.6931, 0.6931]
 * ```
 * @throws ShapeError when the shapes differ.
 * @see Keras `keras.ops.binary_crossentropy`
 */
export const binaryCrossentropy: (<A extends Operand, B extends Operand>(
  target: A,
  output: B,
  options?: BinaryCrossentropyOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'BinaryCrossentropy',
  module: 'nn',
  operands: 2,
  options: ['fromLogits'],
  call: (target: Tensor, output: Tensor, { fromLogits = false }: BinaryCrossentropyOptions) => {
    if (formatShape(target.shape) !== formatShape(output.shape)) {
      throw new ShapeError({
        who: 'binaryCrossentropy',
        expected: `targets of the shape ${formatShape(output.shape)} of the predictions`,
        got: formatShape(target.shape),
      });
    }
    const truth = toFloat(target);
    const logits = logitsOf(output) ?? (fromLogits ? output : undefined);
    if (logits !== undefined) return ofLogits(truth, toFloat(logits));
    const p = clipByValue(toFloat(output), 1e-7, 1 - 1e-7);
    return neg(add(mul(truth, log(p)), mul(sub(1, truth), log(sub(1, p)))));
  },
});

// The logarithm of a sigmoid would lose what is left of confident predictions; so would its gradient.
function ofLogits(target: Tensor, logits: Tensor): Tensor {
  return customGrad((...args) => {
    const [truth, input, save] = args as unknown as [Tensor, Tensor, (tensors: Tensor[]) => void];
    save([truth, input]);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] => {
      const [z, x] = saved as [Tensor, Tensor];
      return [neg(mul(dy, x)), mul(dy, sub(sigmoid(x), z))];
    };
    const value = add(sub(relu(input), mul(input, truth)), log1p(exp(neg(abs(input)))));
    return { value, gradFunc };
  })(target, logits);
}
