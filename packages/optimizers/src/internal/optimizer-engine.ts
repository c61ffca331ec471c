import {
  ArgumentError,
  type Complete,
  NdArray,
  type Optimizer,
  type Scope,
  type Serializable,
  StateError,
  Variable,
  inScope,
  snakeCase,
} from '@myelin/core';
import { add, cast, divide, equal, floorDivide, multiply, notEqual, subtract, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { OptimizerConfig, StepInput, StepResult, StepTime } from '../optimizer-spec.js';
import { clipGradients } from './clip-gradients.js';

export type Slots = Readonly<Record<string, Tensor>>;

/** What tells one optimizer from another: its slots, in groups, what weights share, and its update of one weight. */
export interface UpdateRule {
  readonly slots: readonly (readonly string[])[];
  common(time: StepTime): unknown;
  step(input: StepInput<Slots>): StepResult<Slots>;
}

/** What is remembered for one weight. */
interface WeightState {
  readonly slots: Readonly<Record<string, Variable>>;
  readonly average: Variable | undefined;
  readonly accumulator: Variable | undefined;
  readonly decays: boolean;
}

type EngineConfig = Complete<OptimizerConfig> & { readonly name: string };

/**
 * What optimizers have in common: the order of clipping, decay, update, averages and constraints, and the state.
 *
 * Nothing here asks for values: what depends on the iteration is chosen by `where`, so that one program serves every
 * step.
 *
 * @see Keras `keras.src.optimizers.base_optimizer`
 */
export class OptimizerEngine implements Omit<Optimizer, keyof Serializable> {
  readonly name: string;
  readonly #config: EngineConfig;
  readonly #rule: UpdateRule;
  readonly #iteration: Variable;
  readonly #rate: Variable;
  readonly #states = new Map<Variable, WeightState>();
  #variables: readonly Variable[] = [];
  #isExcluded: (weight: Variable) => boolean = () => false;
  /** The step size as it was last set, rounded to float32. */
  learningRate: number;

  constructor(config: EngineConfig, rule: UpdateRule) {
    this.name = config.name;
    this.learningRate = Math.fround(config.learningRate);
    this.#config = config;
    this.#rule = rule;
    this.#iteration = this.#makeVariable('iteration', NdArray.zeros([], 'int64'));
    this.#rate = this.#makeVariable('learning_rate', NdArray.from(config.learningRate));
  }

  get variables(): readonly Variable[] {
    return this.#variables;
  }

  get built(): boolean {
    return this.#variables.length > 0;
  }

  build(weights: readonly Variable[]): void {
    if (this.built) return;
    const { useEma, gradientAccumulationSteps } = this.#config;
    const made: Variable[] = [this.#iteration, this.#rate];
    const make = (weight: Variable, slot: string): Variable => {
      const name = `${weight.path.replaceAll('/', '_')}_${slot}`;
      const variable = this.#makeVariable(name, NdArray.zeros(weight.shape, weight.dtype));
      made.push(variable);
      return variable;
    };
    const makeAll = (slot: string): Variable[] => weights.map((weight) => make(weight, slot));
    const averages = useEma ? makeAll('average') : [];
    const accumulators = gradientAccumulationSteps ? makeAll('gradient_accumulator') : [];
    const slots = weights.map((): Record<string, Variable> => ({}));
    for (const group of this.#rule.slots) {
      weights.forEach((weight, i) => {
        for (const slot of group) Object.assign(slots[i] ?? {}, { [slot]: make(weight, snakeCase(slot)) });
      });
    }
    weights.forEach((weight, i) => {
      this.#states.set(weight, {
        slots: slots[i] ?? {},
        average: averages[i],
        accumulator: accumulators[i],
        decays: this.#config.weightDecay !== null && !this.#isExcluded(weight),
      });
    });
    this.#variables = made;
  }

  apply(gradients: readonly Tensor[], weights: readonly Variable[]): void {
    if (gradients.length !== weights.length) {
      throw new ArgumentError({
        who: this.name,
        expected: `${weights.length} gradients, one a weight`,
        got: String(gradients.length),
      });
    }
    if (gradients.length === 0) return;
    this.build(weights);
    inScope((scope) => {
      this.#update(scope, gradients, weights);
      return [];
    });
  }

  scaleLoss(loss: Tensor): Tensor {
    const { lossScaleFactor } = this.#config;
    return lossScaleFactor === null ? loss : multiply(loss, lossScaleFactor);
  }

  excludeFromWeightDecay(which: { weights?: readonly Variable[]; names?: readonly string[] }): void {
    if (this.built) {
      throw new StateError({
        who: this.name,
        expected: 'excludeFromWeightDecay before training',
        got: 'an optimizer that has its slots already',
        hint: 'Call it right after making the optimizer.',
      });
    }
    const { weights = [], names = [] } = which;
    this.#isExcluded = (weight) =>
      weights.includes(weight) || names.some((part) => weight.name.includes(part));
  }

  async readLearningRate(): Promise<number> {
    return Number((await this.#rate.read()).item());
  }

  setLearningRate(value: number): void {
    this.learningRate = Math.fround(value);
    this.#rate.assign(value);
  }

  async finalize(weights: readonly Variable[]): Promise<void> {
    for (const weight of weights) {
      const average = this.#states.get(weight)?.average;
      if (average !== undefined) weight.assign(await average.read());
    }
  }

  #makeVariable(name: string, initial: NdArray): Variable {
    return new Variable(initial, { name, path: `${this.name}/${name}`, trainable: false });
  }

  #stateOf(weight: Variable): WeightState {
    const state = this.#states.get(weight);
    if (state !== undefined) return state;
    throw new ArgumentError({
      who: this.name,
      expected: 'the weights that it was built for',
      got: `the weight ${weight.path}`,
      hint: 'Compile again with a new optimizer after changing which layers are trained.',
    });
  }

  #update(scope: Scope, gradients: readonly Tensor[], weights: readonly Variable[]): void {
    const { lossScaleFactor, gradientAccumulationSteps: steps, useEma } = this.#config;
    const step = scope.read(this.#iteration);
    const next = add(step, 1);
    const due = steps ? isMultiple(next, steps) : null;
    const iteration = steps ? floorDivide(step, steps) : step;

    let ready = gradients;
    if (lossScaleFactor !== null) ready = ready.map((gradient) => divide(gradient, lossScaleFactor));
    if (steps && due !== null) ready = this.#accumulate(scope, ready, weights, due, steps);
    ready = clipGradients(ready, this.#config);

    const time = { learningRate: scope.read(this.#rate), iteration };
    const shared = { ...time, common: this.#rule.common(time) };
    weights.forEach((weight, i) => {
      this.#updateWeight(scope, weight, { ...shared, gradient: ready[i] as Tensor }, due);
    });
    if (useEma) this.#average(scope, iteration);
    for (const weight of weights) {
      if (weight.constraint !== null) scope.update(weight, weight.constraint(scope.read(weight)));
    }
    scope.update(this.#iteration, next);
  }

  /** The mean gradients of the last steps; of use in the steps that are `due`, which start the sums anew. */
  #accumulate(
    scope: Scope,
    gradients: readonly Tensor[],
    weights: readonly Variable[],
    due: Tensor,
    steps: number,
  ): Tensor[] {
    return weights.map((weight, i) => {
      const accumulator = this.#stateOf(weight).accumulator as Variable;
      const total = add(scope.read(accumulator), gradients[i] as Tensor);
      scope.update(accumulator, where(due, 0, total));
      return divide(total, steps);
    });
  }

  #updateWeight(
    scope: Scope,
    weight: Variable,
    given: Omit<StepInput<Slots>, 'variable' | 'slots'>,
    due: Tensor | null,
  ): void {
    const { slots, decays } = this.#stateOf(weight);
    const value = scope.read(weight);
    const variable = decays
      ? subtract(value, multiply(multiply(value, this.#config.weightDecay ?? 0), given.learningRate))
      : value;
    const before = Object.fromEntries(Object.entries(slots).map(([slot, held]) => [slot, scope.read(held)]));
    const after = this.#rule.step({ ...given, variable, slots: before });
    const store = (held: Variable, result: Tensor): void => {
      scope.update(held, due === null ? result : where(due, result, scope.read(held)));
    };
    store(weight, after.variable);
    for (const [slot, held] of Object.entries(slots)) store(held, after.slots[slot] as Tensor);
  }

  #average(scope: Scope, iteration: Tensor): void {
    const { emaMomentum, emaOverwriteFrequency } = this.#config;
    const momentum = multiply(cast(notEqual(iteration, 0), { dtype: 'float32' }), emaMomentum);
    const rest = subtract(1, momentum);
    const overwrites = emaOverwriteFrequency ? isMultiple(add(iteration, 1), emaOverwriteFrequency) : null;
    for (const [weight, { average }] of this.#states) {
      const held = average as Variable;
      const value = scope.read(weight);
      const averaged = add(multiply(momentum, scope.read(held)), multiply(rest, value));
      scope.update(held, averaged);
      if (overwrites !== null) scope.update(weight, where(overwrites, averaged, value));
    }
  }
}

function isMultiple(count: Tensor, of: number): Tensor {
  return equal(multiply(floorDivide(count, of), of), count);
}
