import type { Complete, ConfigSpec, Defaults, Variable } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { LearningRateSchedule } from './schedules/define-schedule.js';

/** Options that every optimizer has. */
export interface OptimizerConfig {
  /** Size of the steps, or a schedule of it. @defaultValue 0.001; 0.01 for `sgd`, 0.0025 for `scheduleFreeAdamW` */
  learningRate?: number | LearningRateSchedule;
  /** @defaultValue the class in snake case, numbered in the process: `adam`, `adam_1` */
  name?: string | null;
  /** Takes `weightDecay · learningRate` of each weight away in each step. @defaultValue null; 0.004 for `adamW` and `muon` */
  weightDecay?: number | null;
  /** The largest Euclidean norm of the gradient of one weight. @defaultValue null */
  clipnorm?: number | null;
  /** The largest Euclidean norm of all gradients together. @defaultValue null */
  globalClipnorm?: number | null;
  /** The largest absolute value in a gradient. @defaultValue null */
  clipvalue?: number | null;
  /** Whether to average the weights over the steps, and to end training with the averages. @defaultValue false */
  useEma?: boolean;
  /** Share of the old average in the new one, from 0 to 1. @defaultValue 0.99 */
  emaMomentum?: number;
  /** After how many steps each time the averages replace the weights. @defaultValue null: at the end only */
  emaOverwriteFrequency?: number | null;
  /** What the loss was multiplied by, so that small gradients survive; gradients are divided by it. @defaultValue null */
  lossScaleFactor?: number | null;
  /** Gradients of how many steps are averaged for one update; at least 2. @defaultValue null */
  gradientAccumulationSteps?: number | null;
}

/** Where training stands. */
export interface StepTime {
  /** float32 scalar. */
  readonly learningRate: Tensor;
  /** How many updates were made before: int32 scalar. */
  readonly iteration: Tensor;
  /** Where the optimizer has a `carry`, its value in this update. */
  readonly carry?: Tensor;
}

/** A weight as slots may depend on it. */
export type Slotted = Pick<Variable, 'name' | 'path' | 'shape'>;

/** A slot that is not named after itself, or that starts from something else than zeros of the weight's shape. */
export interface SlotSpec<Name extends string = string> {
  readonly slot: Name;
  /** A number everywhere, or the weight as it is when the slot is made. @defaultValue 0 */
  readonly initial?: number | 'weight';
  /** What differs from a slot of the weight's own shape. */
  readonly variable?: Partial<Pick<Variable, 'name' | 'path' | 'shape' | 'dtype'>>;
}

/** A number that carries over from one update to the next, the same for all weights; files hold it after the slots. */
export interface CarrySpec<C> {
  readonly initial: number;
  /** Its value in the update that comes next. */
  next(carry: Tensor, time: StepTime, config: C): Tensor;
}

/** What a step for one weight works on; every value is a tensor, because steps are compiled. */
export interface StepInput<S, T = unknown> extends StepTime {
  readonly gradient: Tensor;
  readonly variable: Tensor;
  readonly slots: S;
  /** What `common` returned. */
  readonly common: T;
}

/** What a step makes of a weight and its slots. */
export interface StepResult<S> {
  readonly variable: Tensor;
  readonly slots: S;
}

/**
 * Defines the optimizers of one class: its options `C`, `S`, the tensors that it remembers for each weight, and `T`, what
 * all weights share in a step.
 */
export interface OptimizerSpec<C, S, T = unknown> extends ConfigSpec {
  /** @defaultValue 'keras.optimizers' */
  readonly module?: string | null;
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C, OptimizerConfig>> & Partial<OptimizerConfig>;
  /** @throws ArgumentError for options that make no sense. */
  check?(config: Complete<C & OptimizerConfig>): void;
  /**
   * The slots in use for a weight, zeros at first, in groups: files hold group after group, and within a group all slots
   * of a weight before those of the next.
   */
  slots(
    config: Complete<C & OptimizerConfig>,
    weight: Slotted,
  ): readonly (readonly ((keyof S & string) | SlotSpec<keyof S & string>)[])[];
  readonly carry?: CarrySpec<Complete<C & OptimizerConfig>>;
  /** How much of a weight decays. @defaultValue `weightDecay` of the options */
  decayOf?(config: Complete<C & OptimizerConfig>, weight: Slotted): number | null;
  /** Computes once in a step what is the same for all weights. */
  common?(time: StepTime, config: Complete<C & OptimizerConfig>): T;
  /** One update of one weight. */
  step(input: StepInput<S, T>, config: Complete<C & OptimizerConfig>): StepResult<S>;
}
