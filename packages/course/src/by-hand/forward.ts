import { type ScalarActivationName, scalarActivations } from './scalar-activations.js';

/** A neuron with one input. */
export interface Neuron {
  readonly weight: number;
  readonly bias: number;
}

/** What goes through a neuron: `z = weight · x + bias` and `a = f(z)`. */
export interface Signal {
  readonly x: number;
  readonly z: number;
  readonly a: number;
}

/** Forward propagation through neurons in a row: each takes what the one before says. */
export function forward(
  neurons: readonly Neuron[],
  input: number,
  activation: ScalarActivationName = 'sigmoid',
): readonly Signal[] {
  const signals: Signal[] = [];
  let x = input;
  for (const { weight, bias } of neurons) {
    const z = weight * x + bias;
    const a = scalarActivations[activation].value(z);
    signals.push({ x, z, a });
    x = a;
  }
  return signals;
}
