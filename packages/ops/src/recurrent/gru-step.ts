import { type Tensor, add, mul, scalar, slice, split, sub } from '@tensorflow/tfjs-core';
import type { GateFunctions } from './lstm-step.js';

/** How a {@link gruStep} uses the state before it. */
export interface GruOptions extends GateFunctions {
  /** Whether the reset gate comes after the product with the recurrent kernel. */
  readonly resetAfter: boolean;
  /** Products of a state with the gates that columns `from` to `to` of the recurrent kernel make, bias included. */
  readonly product: (hidden: Tensor, from: number, to: number) => Tensor;
}

/** What one step of a GRU gives: the new state, and what its gradient needs. */
export interface GruStep {
  readonly hidden: Tensor;
  /** Update gate, reset gate, candidate. */
  readonly gates: readonly [Tensor, Tensor, Tensor];
  /** What the reset gate made the candidate of: its recurrent part before the gate, or the state after it. */
  readonly inner: Tensor;
}

/**
 * One step of a gated recurrent unit: `hidden' = z · hidden + (1 - z) · g`, with the gates `z` and `r` of input and state
 * through the recurrent activation, and the candidate `g = activation(x_g + r · (hidden · U))`, or
 * `activation(x_g + (r · hidden) · U)` where the reset comes before the product.
 *
 * @param projected - `x · kernel + bias`, `[batch, 3 · units]`.
 * @param hidden - `[batch, units]`.
 * @see Cho et al., "Learning phrase representations using RNN encoder-decoder", 2014, arXiv 1406.1078; with the reset
 *   after the product: arXiv 1406.1078v1.
 */
export function gruStep(projected: Tensor, hidden: Tensor, options: GruOptions): GruStep {
  const { activation, recurrentActivation, resetAfter, product } = options;
  const units = hidden.shape[1] ?? 0;
  const [xUpdate, xReset, xCandidate] = split(projected, 3, -1) as [Tensor, Tensor, Tensor];
  const products = product(hidden, 0, resetAfter ? 3 : 2);
  const part = (gate: number): Tensor => slice(products, [0, gate * units], [-1, units]);
  const update = recurrentActivation(add(xUpdate, part(0)));
  const reset = recurrentActivation(add(xReset, part(1)));
  const inner: Tensor = resetAfter ? part(2) : mul(reset, hidden);
  const recurrent = resetAfter ? mul(reset, inner) : product(inner, 2, 3);
  const candidate = activation(add(xCandidate, recurrent));
  const next: Tensor = add(mul(update, hidden), mul(sub(scalar(1), update), candidate));
  return { hidden: next, gates: [update, reset, candidate], inner };
}
