import { type Variable, inScope } from '@myelin/core';
import { valueAndGradients } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** A loss, and how it changes with each variable. */
export interface Gradients {
  readonly value: Tensor;
  /** One for each variable, in order. */
  readonly gradients: readonly Tensor[];
}

/**
 * The value of a loss and its gradients by variables: `g = ∂ loss / ∂ variable`.
 *
 * For steps of your own. `compute` returns a scalar; a variable that it does not use has the gradient zero. Hand the gradients
 * to `optimizer.apply(gradients, variables)`.
 *
 * @example
 * ```ts
 * const layer = dense({ units: 1, kernelInitializer: 'ones' });
 * layer.build([null, 2]);
 * const { value, gradients: [byKernel] } = gradients(() => sum(layer(tensor([[3, 4]]))), layer.trainableWeights);
 * value; // 7
 * byKernel; // [[3], [4]]
 * ```
 * @throws StateError when the loss depends on none of the variables.
 * @see TensorFlow `tf.GradientTape`, which Keras' custom train steps use
 */
export function gradients(compute: () => Tensor, variables: readonly Variable[]): Gradients {
  const [value, ...found] = inScope((scope): readonly Tensor[] => {
    const tensors = variables.map((variable) => scope.read(variable));
    const result = valueAndGradients(compute, tensors);
    return [result.value, ...result.gradients];
  });
  return { value: value as Tensor, gradients: found };
}
