import { ArgumentError, type ArrayLike, type Deserializable, NdArray, defineConstants } from '@myelin/core';
import type { Model } from '@myelin/models';
import { type LearningRateSchedule, sgd } from '@myelin/optimizers';
import { type MachineConfig, machineClass } from './internal/machine.js';

/** Options of {@link restrictedBoltzmannMachine}. */
export interface RestrictedBoltzmannMachineOptions {
  /** Units that data are laid on. */
  readonly visible: number;
  /** Units that find out what the visible ones have to do with each other. */
  readonly hidden: number;
  /**
   * `'bernoulli'`: 0 or 1, or the chance of 1. `'gaussian'`: any number, with noise of variance 1: bring the columns to
   * mean 0 and variance 1 or more first. @defaultValue 'bernoulli'
   */
  readonly visibleUnits?: 'bernoulli' | 'gaussian';
  /** Gibbs steps for each update, the k of CD-k. @defaultValue 1 */
  readonly steps?: number;
  /**
   * Chains that go on from update to update, PCD; 0 starts anew at the data each time, CD. @defaultValue 0
   */
  readonly persistent?: number;
  /** How often a hidden unit shall be on, from 0 to 1. @defaultValue null: as often as it likes */
  readonly sparsityTarget?: number | null;
  /** How strongly `sparsityTarget` pulls. @defaultValue 0.1 */
  readonly sparsityCost?: number;
  /** Of SGD; let it fall to 0, so that the noise of sampling averages out. @defaultValue 0.1, and 0.01 for `'gaussian'` */
  readonly learningRate?: number | LearningRateSchedule;
  /** Share of the last step that is added to the next. @defaultValue 0.5 */
  readonly momentum?: number;
  /** Pulls the connections, not the biases, to 0: adds `weightDecay · kernel` to the gradient. @defaultValue 0.0002 */
  readonly weightDecay?: number;
  /**
   * Mean of each visible unit over the data, `[visible]`. The visible biases start where a machine without connections has
   * these means. @defaultValue biases of 0
   */
  readonly means?: ArrayLike | null;
  /** @defaultValue 'restricted_boltzmann_machine' */
  readonly name?: string;
}

/**
 * A restricted Boltzmann machine: a distribution over visible units, learned with hidden units that each see all of them.
 *
 * `p(v, h) = exp(-E(v, h)) / Z` with `E(v, h) = -b·v - c·h - v·W·h`, or `½|v - b|² - c·h - v·W·h` for gaussian units. No unit
 * is connected within its own kind, so all hidden units can be drawn at once when the visible ones are known, and the other
 * way round.
 *
 * It is trained by contrastive divergence: `fit(x)` makes the data more likely and, in their place, what the machine dreams
 * less likely. Compiled with SGD; each
 * epoch tells `reconstruction_error`, the mean square of what one step of the chain changes. `evaluate(x)` gives it with
 * `free_energy`, whose mean over data that were not learned from rises when the machine overfits.
 *
 * Input `[batch, visible]` → output `[batch, hidden]`: the chances that the hidden units are on,
 * `sigmoid(c + v · W)`. A machine is a layer, too, and stands in other models.
 *
 * Weights, in saved order: `kernel [visible, hidden]`, `visible_bias`, `hidden_bias`; with `persistent` the chains
 * `[persistent, visible]`, with `sparsityTarget` how often each hidden unit was on, a moving average. A file is loaded with
 * `loadModel(file, { customObjects: [restrictedBoltzmannMachine] })`.
 *
 * @example
 * ```ts
 * const machine = restrictedBoltzmannMachine({ visible: 4, hidden: 2 });
 * const x = [[1, 1, 0, 0], [0, 0, 1, 1]];
 * const { history } = await machine.fit(x, undefined, { epochs: 3, verbose: 0 });
 * Object.keys(history);             // ['reconstruction_error']
 * (await machine.predict(x)).shape; // [2, 2]
 * ```
 * @throws ArgumentError for counts that are no whole numbers above 0, and for means that do not fit.
 * @see Smolensky 1986; Hinton, "Training products of experts by minimizing contrastive divergence", 2002; Tieleman,
 * "Training restricted Boltzmann machines using approximations to the likelihood gradient", 2008 (PCD); Hinton, "A practical
 * guide to training restricted Boltzmann machines", 2010
 */
export const restrictedBoltzmannMachine: ((options: RestrictedBoltzmannMachineOptions) => Model) &
  Deserializable = /* @__PURE__ */ defineConstants((options: RestrictedBoltzmannMachineOptions): Model => {
  const { visible, visibleUnits = 'bernoulli', means = null, learningRate, momentum = 0.5 } = options;
  const config: MachineConfig = {
    hidden: options.hidden,
    visibleUnits,
    steps: options.steps ?? 1,
    persistent: options.persistent ?? 0,
    sparsityTarget: options.sparsityTarget ?? null,
    sparsityCost: options.sparsityCost ?? 0.1,
    weightDecay: options.weightDecay ?? 0.0002,
    name: options.name ?? 'restricted_boltzmann_machine',
  };
  checkCounts({ visible, hidden: config.hidden, steps: config.steps });
  const machine = machineClass(config);
  machine.build([null, visible]);
  machine.compile({
    optimizer: sgd({ learningRate: learningRate ?? (visibleUnits === 'gaussian' ? 0.01 : 0.1), momentum }),
  });
  if (means !== null) startAt(machine, NdArray.from(means), visibleUnits);
  return machine;
}, machineClass);

function checkCounts(counts: Readonly<Record<string, number | undefined>>): void {
  for (const [name, count = 0] of Object.entries(counts)) {
    if (Number.isInteger(count) && count > 0) continue;
    throw new ArgumentError({
      who: 'restrictedBoltzmannMachine',
      expected: `${name} to be a whole number above 0`,
      got: String(count),
    });
  }
}

/** The bias of a unit that is on with chance p is `ln p / (1 - p)`; chances of 0 and 1 are kept from the edge. */
function startAt(machine: Model, means: NdArray, visibleUnits: 'bernoulli' | 'gaussian'): void {
  const biases = Float32Array.from(means.data as Float32Array, (mean) => {
    const chance = Math.min(Math.max(mean, 0.005), 0.995);
    return visibleUnits === 'gaussian' ? mean : Math.log(chance / (1 - chance));
  });
  machine.weights.find(({ name }) => name === 'visible_bias')?.assign(new NdArray(biases, means.shape));
}
