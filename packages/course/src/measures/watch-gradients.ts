import { type CompileOptions, type Model, type StepBatch, type StepLogs, gradients } from '@myelin/models';
import { absolute, divideNoNan, max, multiply, sqrt, square, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * Compiles a model so that every training step also tells the gradient of each hidden kernel, by its norm: the figures
 * `gradient_01`, `gradient_02` and so on, from the first layer to the last.
 *
 * Hidden kernels are those of the layers `hidden_1`, `hidden_2`, ...; the step is otherwise that of the model.
 */
export function watchGradients(model: Model, options: CompileOptions): void {
  const kernels = model.layers
    .filter(({ name }) => name.startsWith('hidden_'))
    .map(({ trainableWeights }) => trainableWeights[0]);
  model.compile({
    ...options,
    trainStep({ x }: StepBatch, { optimizer, computeLoss, figures }): StepLogs {
      const { gradients: found } = gradients(() => computeLoss(model(x)), model.trainableWeights);
      optimizer.apply(found, model.trainableWeights);
      const norms = kernels.map((kernel, i) => {
        const gradient = found[model.trainableWeights.findIndex((weight) => weight === kernel)] as Tensor;
        return [gradientName(i + 1), norm(gradient)] as const;
      });
      return { ...figures(), ...Object.fromEntries(norms) };
    },
  });
}

/** Of the hidden layer at this place, counted from 1. */
export const gradientName = (place: number): string => `gradient_${String(place).padStart(2, '0')}`;

/** `√Σ g²`; scaled, since the squares of what has vanished would be 0 in single precision. */
function norm(gradient: Tensor): Tensor {
  const largest = max(absolute(gradient));
  return multiply(largest, sqrt(sum(square(divideNoNan(gradient, largest)))));
}
