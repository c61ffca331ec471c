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
import type {
  OptimizerConfig,
  SlotSpec,
  Slotted,
  StepInput,
  StepResult,
  StepTime,
} from '../optimizer-spec.js';
import type { LearningRateSchedule } from '../schedules/define-schedule.js';
import { clipGradients } from './clip-gradients.js';
import { LearningRate } from './learning-rate.js';
import { stateVariable } from './state-variable.js';
import { unknownWeight } from './unknown-weight.js';

export type Slots = Readonly<Record<string, Tensor>>;

/** What tells one optimizer from another: what it remembers, what weights share, and its update of one weight. */
export interface UpdateRule {
  slots(weight: Slotted): readonly (readonly (string | SlotSpec)[])[];
  readonly carry?: { readonly initial: number; next(carry: Tensor, time: StepTime): Tensor } | undefined;
  decayOf(weight: Slotted): number | null;
  common(time: StepTime): unknown;
  step(input: StepInput<Slots>): StepResult<Slots>;
}

/** What is remembered for one weight. */
interface WeightState {
  readonly slots: Readonly<Record<string, Variable>>;
  readonly average: Variable | undefined;
  readonly accumulator: Variable | undefined;
  readonly decay: number | null;
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
  lossScaleFactor: number | null;
  readonly #config: EngineConfig;
  readonly #rule: UpdateRule;
  readonly #iteration: Variable;
  readonly #rate: LearningRate;
  readonly #states = new Map<Variable, WeightState>();
  #carry: Variable | undefined;
  #variables: readonly Variable[] = [];
  #isExcluded: (weight: Variable) => boolean = () => false;

  constructor(config: EngineConfig, rule: UpdateRule) {
    this.name = config.name;
    this.lossScaleFactor = config.lossScaleFactor;
    this.#config = config;
    this.#rule = rule;
    this.#iteration = stateVariable(this.name, 'iteration', NdArray.zeros([], 'int64'));
    this.#rate = new LearningRate(config.name, config.learningRate);
  }

  get variables(): readonly Variable[] {
    return this.#variables;
  }

  get built(): boolean {
    return this.#variables.length > 0;
  }

  /** The step size as it was last set, rounded to float32, or the schedule of it. */
  get learningRate(): number | LearningRateSchedule {
    return this.#rate.setting;
  }

  build(weights: readonly Variable[]): void {
    if (this.built) return;
    const { useEma, gradientAccumulationSteps } = this.#config;
    const made = [this.#iteration, ...this.#rate.variables];
    const make = (weight: Variable, slot: string | SlotSpec): Variable => {
      const variable = this.#makeSlot(weight, typeof slot === 'string' ? { slot } : slot);
      made.push(variable);
      return variable;
    };
    const makeAll = (slot: string): Variable[] => weights.map((weight) => make(weight, slot));
    const averages = useEma ? makeAll('average') : [];
    const accumulators = gradientAccumulationSteps ? makeAll('gradient_accumulator') : [];
    const groups = weights.map((weight) => this.#rule.slots(weight));
    const slots = weights.map((): Record<string, Variable> => ({}));
    for (let g = 0; g < Math.max(0, ...groups.map(({ length }) => length)); g++) {
      weights.forEach((weight, i) => {
        for (const slot of groups[i]?.[g] ?? []) {
          Object.assign(slots[i] ?? {}, {
            [typeof slot === 'string' ? slot : slot.slot]: make(weight, slot),
          });
        }
      });
    }
    if (this.#rule.carry !== undefined) {
      // Keras gives it no name of its own.
      this.#carry = new Variable(NdArray.from(this.#rule.carry.initial), {
        name: 'variable',
        trainable: false,
      });
      made.push(this.#carry);
    }
    weights.forEach((weight, i) => {
      this.#states.set(weight, {
        slots: slots[i] ?? {},
        average: averages[i],
        accumulator: accumulators[i],
        decay: this.#isExcluded(weight) ? null : this.#rule.decayOf(weight),
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
    return this.lossScaleFactor === null ? loss : multiply(loss, this.lossScaleFactor);
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
    const patterns = names.map((name) => new RegExp(name));
    this.#isExcluded = (weight) =>
      weights.includes(weight) || patterns.some((pattern) => pattern.test(weight.name));
  }

  readLearningRate(): Promise<number> {
    return this.#rate.read(this.#iteration);
  }

  setLearningRate(value: number): void {
    this.#rate.set(value);
  }

  restore(values: readonly NdArray[]): void {
    this.#variables.forEach((variable, i) => {
      variable.assign(values[i] as NdArray);
    });
    this.#rate.sync();
  }

  async finalize(weights: readonly Variable[]): Promise<void> {
    for (const weight of weights) {
      const average = this.#states.get(weight)?.average;
      if (average !== undefined) weight.assign(await average.read());
    }
  }

  #makeSlot(weight: Variable, { slot, initial = 0, variable = {} }: SlotSpec): Variable {
    const { shape = weight.shape, dtype = weight.dtype } = variable;
    const { name = `${weight.path.replaceAll('/', '_')}_${snakeCase(slot)}` } = variable;
    const { path = `${this.name}/${name}` } = variable;
    const value = initial === 'weight' ? weight.readSync() : NdArray.zeros(shape, dtype);
    const made = new Variable(value, { name, path, trainable: false });
    if (initial === 'weight' || initial === 0) return made;
    made.assign(new NdArray(new Float32Array(made.size).fill(initial), shape));
    return made;
  }

  #stateOf(weight: Variable): WeightState {
    const state = this.#states.get(weight);
    if (state !== undefined) return state;
    throw unknownWeight(this.name, weight);
  }

  #update(scope: Scope, gradients: readonly Tensor[], weights: readonly Variable[]): void {
    const { gradientAccumulationSteps: steps, useEma } = this.#config;
    const { lossScaleFactor } = this;
    const step = scope.read(this.#iteration);
    const next = add(step, 1);
    const due = steps ? isMultiple(next, steps) : null;
    const iteration = steps ? floorDivide(step, steps) : step;

    let ready = gradients;
    if (lossScaleFactor !== null) ready = ready.map((gradient) => divide(gradient, lossScaleFactor));
    if (steps && due !== null) ready = this.#accumulate(scope, ready, weights, due, steps);
    ready = clipGradients(ready, this.#config);

    const time = this.#carryOn(scope, { learningRate: this.#rate.at(scope, step), iteration }, due);
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

  #carryOn(scope: Scope, time: StepTime, due: Tensor | null): StepTime {
    if (this.#carry === undefined || this.#rule.carry === undefined) return time;
    const carry = this.#rule.carry.next(scope.read(this.#carry), time);
    store(scope, this.#carry, carry, due);
    return { ...time, carry };
  }

  #updateWeight(
    scope: Scope,
    weight: Variable,
    given: Omit<StepInput<Slots>, 'variable' | 'slots'>,
    due: Tensor | null,
  ): void {
    const { slots, decay } = this.#stateOf(weight);
    const value = scope.read(weight);
    const variable =
      decay === null ? value : subtract(value, multiply(multiply(value, decay), given.learningRate));
    const before = Object.fromEntries(Object.entries(slots).map(([slot, held]) => [slot, scope.read(held)]));
    const after = this.#rule.step({ ...given, variable, slots: before });
    store(scope, weight, after.variable, due);
    for (const [slot, held] of Object.entries(slots)) store(scope, held, after.slots[slot] as Tensor, due);
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

/** Keeps a result, in the steps that are `due`. */
function store(scope: Scope, held: Variable, result: Tensor, due: Tensor | null): void {
  const before = scope.read(held);
  if (result === before) return;
  scope.update(held, due === null ? result : where(due, result, before));
}

function isMultiple(count: Tensor, of: number): Tensor {
  return equal(multiply(floorDivide(count, of), of), count);
}
