import { divide, floor, log, multiply, power, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect } from '../internal/check-options.js';
import { type ScheduleFactory, defineSchedule } from './define-schedule.js';
import { cosineFall } from './internal/cosine-fall.js';

/** Options of {@link cosineDecayRestarts}. */
export interface CosineDecayRestartsConfig {
  /** Step size at the start. */
  initialLearningRate: number;
  /** How many steps the first decay takes; positive. */
  firstDecaySteps: number;
  /** How many times longer each decay is than the one before. @defaultValue 2 */
  tMul?: number;
  /** What the step size after a restart is, as a share of that after the one before. @defaultValue 1 */
  mMul?: number;
  /** The smallest step size, as a share of the first. @defaultValue 0 */
  alpha?: number;
  /** Kept in files. @defaultValue 'SGDRDecay' */
  name?: string;
}

/**
 * The step size falls along half a period of a cosine, jumps up, and falls again, more slowly each time.
 *
 * In decay `i` of `tMulⁱ · firstDecaySteps` steps, `f` of which are over:
 * `initial · ((1 - alpha) · mMulⁱ · ½(1 + cos(π · f)) + alpha)`.
 *
 * @example
 * ```ts
 * const schedule = cosineDecayRestarts({ initialLearningRate: 0.1, firstDecaySteps: 10 });
 * schedule(tensor(5, 'int32')); // 0.05
 * schedule(tensor(20, 'int32')); // 0.05
 * ```
 * @throws ArgumentError when `firstDecaySteps` is not positive.
 * @see Keras `keras.optimizers.schedules.CosineDecayRestarts`; Loshchilov and Hutter, 2016, arXiv 1608.03983.
 */
export const cosineDecayRestarts: ScheduleFactory<CosineDecayRestartsConfig> =
  /* @__PURE__ */ defineSchedule<CosineDecayRestartsConfig>({
    className: 'CosineDecayRestarts',
    required: ['initialLearningRate', 'firstDecaySteps'],
    floats: ['initialLearningRate', 'tMul', 'mMul', 'alpha'],
    defaults: { tMul: 2, mMul: 1, alpha: 0, name: 'SGDRDecay' },
    check({ firstDecaySteps: steps }) {
      expect('CosineDecayRestarts', 'a positive number as firstDecaySteps', steps, steps > 0);
    },
    call(step, { initialLearningRate, firstDecaySteps, tMul, mMul, alpha }) {
      const { restarts, fraction } = sinceRestart(divide(step, firstDecaySteps), tMul);
      return multiply(initialLearningRate, cosineFall(fraction, alpha, power(mMul, restarts)));
    },
  });

/** How many decays are over after a time, in lengths of the first, and how much of the one under way. */
function sinceRestart(time: Tensor, tMul: number): { restarts: Tensor; fraction: Tensor } {
  if (tMul === 1) {
    const restarts = floor(time);
    return { restarts, fraction: subtract(time, restarts) };
  }
  const restarts = floor(divide(log(subtract(1, multiply(time, 1 - tMul))), Math.log(tMul)));
  const length = power(tMul, restarts);
  const over = divide(subtract(1, length), 1 - tMul);
  return { restarts, fraction: divide(subtract(time, over), length) };
}
