import {
  type Complete,
  type ConfigSpec,
  type Defaults,
  type ObjectFactory,
  type Serializable,
  defineObject,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The step size as a function of how many batches were trained on before: int32 scalar → float32 scalar. */
export interface LearningRateSchedule extends Serializable {
  (step: Tensor): Tensor;
}

/** Makes schedules of one class. */
export type ScheduleFactory<C> = ObjectFactory<C, (step: Tensor) => Tensor>;

export interface ScheduleSpec<C> extends ConfigSpec {
  /** @defaultValue 'keras.optimizers.schedules' */
  readonly module?: string | null;
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C>>;
  readonly required?: readonly (keyof C & string)[];
  /** @throws ArgumentError for options that make no sense. */
  check?(config: Complete<C>): void;
  /** The step size at one step; every value is a tensor, because steps are compiled. */
  call(step: Tensor, config: Complete<C>): Tensor;
}

/**
 * Defines a learning-rate schedule, which any optimizer takes as its `learningRate`.
 *
 * It is a part of the training step: compiled with it, saved with the optimizer, and rebuilt when a model is loaded, by
 * `loadModel(path, { customObjects: [mine] })` if it is not Keras' own.
 *
 * @example
 * ```ts
 * const hyperbola = defineSchedule<{ rate?: number }>({
 *   className: 'Hyperbola', module: null, registeredName: 'my>Hyperbola', defaults: { rate: 0.1 },
 *   call: (step, { rate }) => divide(rate, add(step, 1)),
 * });
 * hyperbola()(tensor(4, 'int32')); // 0.02
 * ```
 * @see Keras `keras.optimizers.schedules.LearningRateSchedule`
 */
export function defineSchedule<C extends object>(spec: ScheduleSpec<C>): ScheduleFactory<C> {
  return defineObject<C, (step: Tensor) => Tensor>(
    { module: 'keras.optimizers.schedules', ...spec },
    (config) => (step) => spec.call(step, config),
  );
}
