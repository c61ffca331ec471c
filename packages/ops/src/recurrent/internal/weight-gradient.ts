import { type Tensor, matMul, reshape } from '@tensorflow/tfjs-core';
import { statesBefore } from '../sequence-options.js';

/** The gradient of the recurrent kernel: `Σ hidden[t]ᵀ · gradient[t]` over all steps, as one product. */
export function weightGradient(hidden: Tensor, gradient: Tensor): Tensor {
  return matMul(asRows(statesBefore(hidden)), asRows(gradient), true, false);
}

export function asRows(x: Tensor): Tensor {
  return reshape(x, [-1, x.shape.at(-1) ?? 1]);
}
