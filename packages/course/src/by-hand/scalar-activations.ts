/** A function of one number, and its slope. */
export interface ScalarFunction {
  readonly value: (x: number) => number;
  /** Where the function has a corner, what Keras takes there. */
  readonly slope: (x: number) => number;
}

export type ScalarActivationName = 'binary_step' | 'linear' | 'sigmoid' | 'tanh' | 'relu' | 'leaky_relu';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The formulas of activation functions by Keras' names, in double precision; Keras has no `binary_step`. */
export const scalarActivations: Readonly<Record<ScalarActivationName, ScalarFunction>> = {
  binary_step: { value: (x) => (x < 0 ? 0 : 1), slope: () => 0 },
  linear: { value: (x) => x, slope: () => 1 },
  sigmoid: { value: sigmoid, slope: (x) => sigmoid(x) * (1 - sigmoid(x)) },
  tanh: { value: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 },
  relu: { value: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0) },
  leaky_relu: { value: (x) => (x > 0 ? x : 0.2 * x), slope: (x) => (x > 0 ? 1 : 0.2) },
};
