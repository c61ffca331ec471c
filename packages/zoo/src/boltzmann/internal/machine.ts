import type { LayerConfig } from '@myelin/core';
import { constant, randomNormal, zeros } from '@myelin/initializers';
import { type ModelFactory, defineModel } from '@myelin/models';
import { add, divide, expandDims, matmul, mean, multiply, square, subtract, transpose } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type Parts,
  type VisibleUnits,
  advance,
  drawBernoulli,
  drawVisible,
  freeEnergies,
  hiddenChances,
  visibleMeans,
} from './equations.js';

/** What files keep of a machine; see `RestrictedBoltzmannMachineOptions`. */
export interface MachineConfig extends LayerConfig {
  hidden: number;
  visibleUnits?: VisibleUnits;
  steps?: number;
  persistent?: number;
  sparsityTarget?: number | null;
  sparsityCost?: number;
  weightDecay?: number;
}

/** The state of a machine that learns. */
type State = Parts & {
  readonly chains: Tensor | null;
  readonly activity: Tensor | null;
  readonly seed: Tensor;
};

/** How much of the average activity each update keeps. */
const activityMomentum = 0.9;

/** The class of restricted Boltzmann machines. */
export const machineClass: ModelFactory<MachineConfig> = /* @__PURE__ */ defineModel({
  className: 'RestrictedBoltzmannMachine',
  registeredName: 'myelin>RestrictedBoltzmannMachine',
  required: ['hidden'],
  defaults: {
    visibleUnits: 'bernoulli',
    steps: 1,
    persistent: 0,
    sparsityTarget: null,
    sparsityCost: 0.1,
    weightDecay: 0.0002,
  },
  floats: ['sparsityTarget', 'sparsityCost', 'weightDecay'],
  build({ config, inputShape, addWeight, addSeed }) {
    const visible = inputShape[1] ?? 0;
    const { hidden, visibleUnits, persistent, sparsityTarget } = config;
    const bias = { initializer: zeros() };
    return {
      visibleUnits,
      kernel: addWeight('kernel', [visible, hidden], { initializer: randomNormal({ stddev: 0.01 }) }),
      visibleBias: addWeight('visible_bias', [visible], bias),
      hiddenBias: addWeight('hidden_bias', [hidden], bias),
      chains:
        persistent === 0 ? null : addWeight('chains', [persistent, visible], { ...bias, trainable: false }),
      activity:
        sparsityTarget === null
          ? null
          : addWeight('activity', [hidden], {
              initializer: constant({ value: sparsityTarget }),
              trainable: false,
            }),
      seed: addSeed(null),
    };
  },
  call: (x: Tensor, { state }) => hiddenChances(x, state),
  trainStep({ x }, { state, variables, config, optimizer, update }) {
    const chances = hiddenChances(x, state);
    const dream = runChain(x, state, config.steps);
    update(variables.seed, advance(state.seed, dream.draws));
    if (variables.chains !== null) update(variables.chains, dream.visible);
    const together = (visible: Tensor, hidden: Tensor): Tensor =>
      divide(matmul(transpose(visible), hidden), visible.shape[0]);
    const over = (tensor: Tensor): Tensor => mean(tensor, { axis: 0 });
    // The gradient of -ln p(x): what the machine believes, less what is.
    const gradients = {
      kernel: subtract(together(dream.visible, dream.hidden), together(x, chances)),
      visibleBias: subtract(over(dream.visible), over(x)),
      hiddenBias: subtract(over(dream.hidden), over(chances)),
    };
    const decay = multiply(state.kernel, config.weightDecay);
    const excess = excessActivity(over(chances), state, config);
    if (excess !== null && variables.activity !== null) update(variables.activity, excess.activity);
    const pull = excess === null ? null : multiply(excess.value, config.sparsityCost);
    const pulled = (gradient: Tensor, by: (one: Tensor) => Tensor): Tensor =>
      pull === null ? gradient : add(gradient, by(pull));
    optimizer.apply(
      [
        pulled(add(gradients.kernel, decay), (by) =>
          matmul(expandDims(over(x), { axis: 1 }), expandDims(by, { axis: 0 })),
        ),
        gradients.visibleBias,
        pulled(gradients.hiddenBias, (by) => by),
      ],
      [variables.kernel, variables.visibleBias, variables.hiddenBias],
    );
    return { reconstruction_error: reconstructionError(x, state) };
  },
  testStep: ({ x }, { state }) => ({
    reconstruction_error: reconstructionError(x, state),
    free_energy: mean(freeEnergies(x, state)),
  }),
});

/** Draws in turn the hidden units and the visible ones, from the data on or from where the chains stand. */
function runChain(
  x: Tensor,
  state: State,
  steps: number,
): { readonly visible: Tensor; readonly hidden: Tensor; readonly draws: number } {
  const { chains, seed } = state;
  let visible = chains ?? x;
  let hidden = hiddenChances(visible, state);
  let draws = 0;
  for (let step = 0; step < steps; step++) {
    const on = drawBernoulli(hidden, advance(seed, draws++));
    visible = drawVisible(visibleMeans(on, state), advance(seed, draws++), state);
    hidden = hiddenChances(visible, state);
  }
  return { visible, hidden, draws };
}

/** How much more often than asked the hidden units are on, by an average that moves; null where nothing is asked. */
function excessActivity(
  now: Tensor,
  { activity }: State,
  { sparsityTarget }: Required<Pick<MachineConfig, 'sparsityTarget'>>,
): { readonly activity: Tensor; readonly value: Tensor } | null {
  if (activity === null || sparsityTarget === null) return null;
  const next = add(multiply(activity, activityMomentum), multiply(now, 1 - activityMomentum));
  return { activity: next, value: subtract(next, sparsityTarget) };
}

/** The mean square of what changes when the hidden chances paint the visible units. */
function reconstructionError(x: Tensor, parts: Parts): Tensor {
  return mean(square(subtract(visibleMeans(hiddenChances(x, parts), parts), x)));
}
