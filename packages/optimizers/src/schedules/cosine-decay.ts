import { add, divide, less, minimum, multiply, subtract, where } from '@myelin/ops';
import { type ScheduleFactory, defineSchedule } from './define-schedule.js';
import { cosineFall } from './internal/cosine-fall.js';
import { type DecayOptions, checkDecaySteps } from './internal/decay-options.js';

/** Options of {@link cosineDecay}. */
export interface CosineDecayConfig extends DecayOptions {
  /** The step size at the end, as a share of that before the decay. @defaultValue 0 */
  alpha?: number;
  /** Kept in files. @defaultValue 'CosineDecay' */
  name?: string;
  /** The step size that is reached before the decay; null to decay from the start. @defaultValue null */
  warmupTarget?: number | null;
  /** How many steps it takes to reach `warmupTarget`, in a straight line. @defaultValue 0 */
  warmupSteps?: number;
}

/**
 * The step size falls along half a period of a cosine: `initial · ((1 - alpha) · ½(1 + cos(π · step / decaySteps)) + alpha)`.
 *
 * With `warmupTarget` it rises to that within `warmupSteps` first, and falls from there.
 *
 * @example
 * ```ts
 * const schedule = cosineDecay({ initialLearningRate: 0, decaySteps: 10, warmupTarget: 0.1, warmupSteps: 10 });
 * schedule(tensor(5, 'int32')); // 0.05
 * schedule(tensor(15, 'int32')); // 0.05
 * ```
 * @throws ArgumentError when `decaySteps` is not positive.
 * @see Keras `keras.optimizers.schedules.CosineDecay`; Loshchilov and Hutter, 2016, arXiv 1608.03983.
 */
export const cosineDecay: ScheduleFactory<CosineDecayConfig> =
  /* @__PURE__ */ defineSchedule<CosineDecayConfig>({
    className: 'CosineDecay',
    required: ['initialLearningRate', 'decaySteps'],
    floats: ['initialLearningRate', 'alpha', 'warmupTarget'],
    defaults: { alpha: 0, name: 'CosineDecay', warmupTarget: null, warmupSteps: 0 },
    check: checkDecaySteps('CosineDecay'),
    call(step, { initialLearningRate, decaySteps, alpha, warmupTarget, warmupSteps }) {
      const fall = (from: number, since: number) =>
        multiply(from, cosineFall(divide(minimum(subtract(step, since), decaySteps), decaySteps), alpha));
      if (warmupTarget === null) return fall(initialLearningRate, 0);
      const slope = multiply(warmupTarget - initialLearningRate, divide(step, warmupSteps));
      return where(less(step, warmupSteps), add(slope, initialLearningRate), fall(warmupTarget, warmupSteps));
    },
  });
