import { divide, floor, multiply, power } from '@myelin/ops';
import { type ScheduleFactory, defineSchedule } from './define-schedule.js';
import { type RatedDecayOptions, checkDecaySteps, ratedDecaySpec } from './internal/decay-options.js';

/** Options of {@link exponentialDecay}. */
export interface ExponentialDecayConfig extends RatedDecayOptions {
  /** Kept in files. @defaultValue 'ExponentialDecay' */
  name?: string;
}

/**
 * The step size shrinks by the same factor again and again: `initialLearningRate · decayRate^(step / decaySteps)`.
 *
 * With `staircase` the exponent is rounded down.
 *
 * @example
 * ```ts
 * const schedule = exponentialDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 });
 * schedule(tensor(20, 'int32')); // 0.025
 * ```
 * @throws ArgumentError when `decaySteps` is not positive.
 * @see Keras `keras.optimizers.schedules.ExponentialDecay`
 */
export const exponentialDecay: ScheduleFactory<ExponentialDecayConfig> =
  /* @__PURE__ */ defineSchedule<ExponentialDecayConfig>({
    className: 'ExponentialDecay',
    ...ratedDecaySpec,
    defaults: { staircase: false, name: 'ExponentialDecay' },
    check: checkDecaySteps('ExponentialDecay'),
    call(step, { initialLearningRate, decaySteps, decayRate, staircase }) {
      const time = divide(step, decaySteps);
      return multiply(initialLearningRate, power(decayRate, staircase ? floor(time) : time));
    },
  });
