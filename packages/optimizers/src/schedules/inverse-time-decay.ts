import { add, divide, floor, multiply } from '@myelin/ops';
import { type ScheduleFactory, defineSchedule } from './define-schedule.js';
import { type RatedDecayOptions, checkDecaySteps, ratedDecaySpec } from './internal/decay-options.js';

/** Options of {@link inverseTimeDecay}. */
export interface InverseTimeDecayConfig extends RatedDecayOptions {
  /** Kept in files. @defaultValue 'InverseTimeDecay' */
  name?: string;
}

/**
 * The step size shrinks ever more slowly: `initialLearningRate / (1 + decayRate · step / decaySteps)`.
 *
 * With `staircase` the quotient `step / decaySteps` is rounded down.
 *
 * @example
 * ```ts
 * const schedule = inverseTimeDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5 });
 * schedule(tensor(20, 'int32')); // 0.05
 * ```
 * @throws ArgumentError when `decaySteps` is not positive.
 * @see Keras `keras.optimizers.schedules.InverseTimeDecay`
 */
export const inverseTimeDecay: ScheduleFactory<InverseTimeDecayConfig> =
  /* @__PURE__ */ defineSchedule<InverseTimeDecayConfig>({
    className: 'InverseTimeDecay',
    ...ratedDecaySpec,
    defaults: { staircase: false, name: 'InverseTimeDecay' },
    check: checkDecaySteps('InverseTimeDecay'),
    call(step, { initialLearningRate, decaySteps, decayRate, staircase }) {
      const time = divide(step, decaySteps);
      return divide(initialLearningRate, add(1, multiply(decayRate, staircase ? floor(time) : time)));
    },
  });
