import { NdArray, type Scope, StateError, type Variable, ensureRuntime } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { LearningRateSchedule } from '../schedules/define-schedule.js';
import { stateVariable } from './state-variable.js';

/** The step size of an optimizer: a variable that can be set, or a schedule. */
export class LearningRate {
  readonly #optimizer: string;
  readonly #variable: Variable | undefined;
  #setting: number | LearningRateSchedule;

  constructor(optimizer: string, given: number | LearningRateSchedule) {
    this.#optimizer = optimizer;
    this.#setting = typeof given === 'number' ? Math.fround(given) : given;
    if (typeof given !== 'number') return;
    this.#variable = stateVariable(optimizer, 'learning_rate', NdArray.from(given));
  }

  /** The schedule, or the number as it was last set, rounded to float32. */
  get setting(): number | LearningRateSchedule {
    return this.#setting;
  }

  /** What files hold of it. */
  get variables(): readonly Variable[] {
    return this.#variable === undefined ? [] : [this.#variable];
  }

  /** The step size in a step. */
  at(scope: Scope, step: Tensor): Tensor {
    return this.#variable === undefined ? this.#schedule()(step) : scope.read(this.#variable);
  }

  async read(iteration: Variable): Promise<number> {
    if (this.#variable !== undefined) return Number((await this.#variable.read()).item());
    const step = (await iteration.read()).cast('int32');
    return evaluate(this.#schedule(), step);
  }

  set(value: number): void {
    if (this.#variable === undefined) {
      throw new StateError({
        who: this.#optimizer,
        expected: 'a learning rate that can be set',
        got: `the schedule ${this.#schedule().className}`,
        hint: 'Make the optimizer with a number as `learningRate`.',
      });
    }
    this.#variable.assign(value);
    this.sync();
  }

  /** Takes over what the variable was assigned. */
  sync(): void {
    if (this.#variable !== undefined) this.#setting = Number(this.#variable.readSync().item());
  }

  #schedule(): LearningRateSchedule {
    return this.#setting as LearningRateSchedule;
  }
}

/** What a schedule says of a step, computed where training runs. */
async function evaluate(schedule: LearningRateSchedule, step: NdArray): Promise<number> {
  const runtime = await ensureRuntime();
  const signature = { inputs: [{ shape: [], dtype: 'int32' as const }] };
  const run = ([given]: readonly Tensor[]): Tensor[] => [schedule(given as Tensor)];
  const program = await runtime.prepare({ name: 'learning rate', run }, signature);
  if ('refused' in program) {
    throw new StateError({
      who: schedule.className,
      expected: `a schedule that ${runtime.name} can run`,
      got: program.refused,
    });
  }
  try {
    const [value] = await (await program.run([step])).read();
    return Number(value?.item());
  } finally {
    program.dispose();
  }
}
