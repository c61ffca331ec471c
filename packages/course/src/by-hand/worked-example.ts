import type { Neuron } from './forward.js';

/** Neurons, what they are given, and what they shall learn to say. */
export interface WorkedExample {
  readonly input: number;
  readonly target: number;
  readonly learningRate: number;
  readonly neurons: readonly [Neuron, Neuron];
}

/** Two sigmoid neurons in a row, with numbers to follow by hand. */
export const workedExample: WorkedExample = {
  input: 0.1,
  target: 0.25,
  learningRate: 0.4,
  neurons: [
    { weight: 0.15, bias: 0.4 },
    { weight: 0.45, bias: 0.65 },
  ],
};
