import { NdArray } from '@myelin/core';
import type { Model } from '@myelin/models';
import {
  add,
  broadcastTo,
  divide,
  greaterEqual,
  cast,
  less,
  multiply,
  whileLoop,
  where,
  zerosLike,
  sigmoid,
  tensor,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Parts, advance, drawBernoulli, drawVisible, hiddenChances, visibleMeans } from './equations.js';
import { type Computation, onMachine } from './on-machine.js';

/** What a chain has come to. */
export interface ChainEnd {
  /** The visible units as drawn last. */
  readonly states: NdArray;
  /** Their means, given the hidden units as drawn last. */
  readonly means: NdArray;
  /** The mean of these means over all steps after the first `skip`. */
  readonly averages: NdArray;
}

/** Where chains run. */
export interface ChainStart {
  /** `[n, visible]`; NaN where a unit is free. */
  readonly x: NdArray;
  /** Where free units start, `[n, visible]`; null draws them by their biases alone. */
  readonly start: NdArray | null;
}

/** Draws in turn the hidden units and the visible ones, which keep the values that `x` has for them. */
export async function runGibbs(
  machine: Model,
  { x, start }: ChainStart,
  { steps, skip }: { readonly steps: number; readonly skip: number },
): Promise<ChainEnd> {
  const values = new NdArray(
    (x.data as Float32Array).map((value) => (Number.isNaN(value) ? 0 : value)),
    x.shape,
  );
  const free = new NdArray(
    (x.data as Float32Array).map((value) => Number(Number.isNaN(value))),
    x.shape,
  );
  const inputs = start === null ? [values, free] : [values, free, start];
  const [states, means, averages] = await onMachine(machine, inputs, gibbs(steps, skip, inputs.length));
  return { states, means, averages } as ChainEnd;
}

const gibbs = (steps: number, skip: number, inputs: number): Computation => ({
  key: `gibbs_${steps}_${skip}_${inputs}`,
  draws: 2 * steps + 1,
  run([x, free, start], parts, seed) {
    const [given, isFree] = [x as Tensor, free as Tensor];
    const hold = (visible: Tensor): Tensor => where(isFree, visible, given);
    const first = hold(start ?? drawUnconnected(given, parts, seed));
    const [, , states, means, sums] = whileLoop(
      (step) => less(step, steps),
      (step, state, visible, _, sum) => {
        const hidden = drawBernoulli(hiddenChances(visible, parts), state);
        const painted = visibleMeans(hidden, parts);
        const drawn = hold(drawVisible(painted, advance(state, 1), parts));
        const counts = cast(greaterEqual(step, skip), { dtype: 'float32' });
        return [add(step, 1), advance(state, 2), drawn, painted, add(sum, multiply(painted, counts))];
      },
      { loopVars: [tensor(0, 'int32'), advance(seed, 1), first, zerosLike(first), zerosLike(first)] },
    );
    return [states, hold(means), hold(divide(sums, steps - skip))];
  },
});

/** Visible units as they are without any connection. */
function drawUnconnected(like: Tensor, parts: Parts, seed: Tensor): Tensor {
  const { visibleBias, visibleUnits } = parts;
  const means = visibleUnits === 'gaussian' ? visibleBias : sigmoid(visibleBias);
  return drawVisible(broadcastTo(means, { shape: like.shape }), seed, parts);
}
