import { add, ceil, divide, equal, minimum, multiply, power, subtract, where } from '@myelin/ops';
import { type ScheduleFactory, defineSchedule } from './define-schedule.js';
import { type DecayOptions, checkDecaySteps } from './internal/decay-options.js';

/** Options of {@link polynomialDecay}. */
export interface PolynomialDecayConfig extends DecayOptions {
  /** Step size at the end. @defaultValue 0.0001 */
  endLearningRate?: number;
  /** Exponent: 1 is a straight line. @defaultValue 1 */
  power?: number;
  /** Whether to start over, each time twice, three times ... as long, instead of staying at the end. @defaultValue false */
  cycle?: boolean;
  /** Kept in files. @defaultValue 'PolynomialDecay' */
  name?: string;
}

/**
 * The step size falls to `endLearningRate`: `(initial - end) · (1 - step / decaySteps)^power + end`.
 *
 * With `cycle` the decay goes on to the next multiple of `decaySteps` whenever it has reached one.
 *
 * @example
 * ```ts
 * const schedule = polynomialDecay({ initialLearningRate: 0.1, decaySteps: 10, endLearningRate: 0 });
 * schedule(tensor(5, 'int32')); // 0.05
 * ```
 * @throws ArgumentError when `decaySteps` is not positive.
 * @see Keras `keras.optimizers.schedules.PolynomialDecay`
 */
export const polynomialDecay: ScheduleFactory<PolynomialDecayConfig> =
  /* @__PURE__ */ defineSchedule<PolynomialDecayConfig>({
    className: 'PolynomialDecay',
    required: ['initialLearningRate', 'decaySteps'],
    floats: ['initialLearningRate', 'endLearningRate', 'power'],
    defaults: { endLearningRate: 0.0001, power: 1, cycle: false, name: 'PolynomialDecay' },
    check: checkDecaySteps('PolynomialDecay'),
    call(step, { initialLearningRate, endLearningRate, decaySteps, power: exponent, cycle }) {
      const cycles = cycle ? where(equal(step, 0), 1, ceil(divide(step, decaySteps))) : 1;
      const end = multiply(cycles, decaySteps);
      const left = subtract(1, divide(cycle ? step : minimum(step, decaySteps), end));
      return add(multiply(initialLearningRate - endLearningRate, power(left, exponent)), endLearningRate);
    },
  });
