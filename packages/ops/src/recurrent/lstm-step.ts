import { type Tensor, add, mul, split } from '@tensorflow/tfjs-core';

/** Functions of the gates, and of the candidate and the state. */
export interface GateFunctions {
  readonly activation: (x: Tensor) => Tensor;
  readonly recurrentActivation: (x: Tensor) => Tensor;
}

/** Functions of an LSTM, and where its gates lie. */
export interface LstmOptions extends GateFunctions {
  /** The axis along which the gates lie side by side. @defaultValue -1 */
  readonly axis?: number;
}

/** What one step of an LSTM gives: the new states, and what its gradient needs. */
export interface LstmStep {
  readonly hidden: Tensor;
  readonly carry: Tensor;
  /** Input gate, forget gate, candidate, output gate. */
  readonly gates: readonly [Tensor, Tensor, Tensor, Tensor];
  /** The carry after the activation. */
  readonly squashed: Tensor;
}

/**
 * One step of a long short-term memory: `[i, f, g, o] = z`, where `i`, `f`, `o` go through the recurrent activation and
 * `g` through the activation; then `carry' = f · carry + i · g` and `hidden' = o · activation(carry')`.
 *
 * @param z - `x · kernel + hidden · recurrentKernel + bias`, `[batch, 4 · units]`; or images with as many channels.
 * @param carry - `[batch, units]`, or images.
 * @see Hochreiter and Schmidhuber, "Long short-term memory", 1997; with forget gates: Gers et al., 2000.
 */
export function lstmStep(
  z: Tensor,
  carry: Tensor,
  { activation, recurrentActivation, axis = -1 }: LstmOptions,
): LstmStep {
  const parts = split(z, 4, axis) as [Tensor, Tensor, Tensor, Tensor];
  const input = recurrentActivation(parts[0]);
  const forget = recurrentActivation(parts[1]);
  const candidate = activation(parts[2]);
  const output = recurrentActivation(parts[3]);
  const next: Tensor = add(mul(forget, carry), mul(input, candidate));
  const squashed = activation(next);
  return { hidden: mul(output, squashed), carry: next, gates: [input, forget, candidate, output], squashed };
}
