import { type Neuron, type Signal, forward } from './forward.js';

/** How the error changes with the numbers of one neuron, and the factors that this is made of. */
export interface Slopes {
  /** By what the neuron says, `∂E/∂a`. */
  readonly byOutput: number;
  /** How what it says changes with its sum: `∂a/∂z = a · (1 - a)`. */
  readonly ofActivation: number;
  /** By its sum: `∂E/∂z = ∂E/∂a · ∂a/∂z`. */
  readonly bySum: number;
  /** By its weight: `∂E/∂w = ∂E/∂z · x`. */
  readonly weight: number;
  /** By its bias: `∂E/∂b = ∂E/∂z`. */
  readonly bias: number;
}

/** What an example tells a chain of neurons. */
export interface Backward {
  readonly signals: readonly Signal[];
  /** `E = (target - a)² / 2` */
  readonly error: number;
  /** One for each neuron, in their order. */
  readonly slopes: readonly Slopes[];
}

/** Backpropagation through sigmoid neurons in a row: the chain rule, from the error back to the first weight. */
export function backward(neurons: readonly Neuron[], input: number, target: number): Backward {
  const signals = forward(neurons, input);
  const output = signals.at(-1)?.a ?? NaN;
  const slopes: Slopes[] = [];
  let byOutput = output - target;
  for (const [i, { weight }] of [...neurons.entries()].reverse()) {
    const { x, a } = signals[i] as Signal;
    const ofActivation = a * (1 - a);
    const bySum = byOutput * ofActivation;
    slopes.unshift({ byOutput, ofActivation, bySum, weight: bySum * x, bias: bySum });
    byOutput = bySum * weight;
  }
  return { signals, error: (target - output) ** 2 / 2, slopes };
}

/** One step of gradient descent: each number moves against its slope. */
export function descend(
  neurons: readonly Neuron[],
  slopes: readonly Pick<Slopes, 'weight' | 'bias'>[],
  learningRate: number,
): readonly Neuron[] {
  return neurons.map(({ weight, bias }, i) => ({
    weight: weight - learningRate * (slopes[i]?.weight ?? 0),
    bias: bias - learningRate * (slopes[i]?.bias ?? 0),
  }));
}
