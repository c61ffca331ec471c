import { ArgumentError, type Complete } from '@myelin/core';
import { lessEqual, tensor, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type ScheduleFactory, defineSchedule } from './define-schedule.js';

/** Options of {@link piecewiseConstantDecay}. */
export interface PiecewiseConstantDecayConfig {
  /** The last steps of all intervals but the last, in rising order. */
  boundaries: readonly number[];
  /** The step size in each interval: one more than boundaries. */
  values: readonly number[];
  /** Kept in files. @defaultValue 'PiecewiseConstant' */
  name?: string;
}

/**
 * The step size changes at chosen steps: `values[0]` up to and with step `boundaries[0]`, then `values[1]`, and so on.
 *
 * @example
 * ```ts
 * const schedule = piecewiseConstantDecay({ boundaries: [100, 200], values: [0.1, 0.01, 0.001] });
 * schedule(tensor(101, 'int32')); // 0.01
 * ```
 * @throws ArgumentError when boundaries do not rise, or there is not one value more than boundaries.
 * @see Keras `keras.optimizers.schedules.PiecewiseConstantDecay`
 */
export const piecewiseConstantDecay: ScheduleFactory<PiecewiseConstantDecayConfig> =
  /* @__PURE__ */ defineSchedule<PiecewiseConstantDecayConfig>({
    className: 'PiecewiseConstantDecay',
    required: ['boundaries', 'values'],
    floats: ['values'],
    defaults: { name: 'PiecewiseConstant' },
    check: checkIntervals,
    call: (step, { boundaries, values }) =>
      boundaries.reduceRight<Tensor>(
        (later, boundary, i) => where(lessEqual(step, boundary), tensor(values[i] as number), later),
        tensor(values.at(-1) as number),
      ),
  });

function checkIntervals({ boundaries, values }: Complete<PiecewiseConstantDecayConfig>): void {
  const rise = boundaries.every((boundary, i) => i === 0 || boundary > (boundaries[i - 1] as number));
  if (rise && values.length === boundaries.length + 1) return;
  throw new ArgumentError({
    who: 'PiecewiseConstantDecay',
    expected: 'rising boundaries, and one value more than boundaries',
    got: `the boundaries ${JSON.stringify(boundaries)} and ${values.length} values`,
  });
}
