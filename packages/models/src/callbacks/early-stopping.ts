import { ArgumentError, type NdArray } from '@myelin/core';
import type { Logs } from '../model.js';
import type { Callback } from './callback.js';
import { type MonitorMode, isBetter, monitored } from './monitor.js';

export interface EarlyStoppingOptions {
  /** The figure to watch. @defaultValue 'val_loss' */
  readonly monitor?: string;
  /** Changes smaller than this do not count as better. @defaultValue 0 */
  readonly minDelta?: number;
  /** Epochs without improvement after which training ends. @defaultValue 0 */
  readonly patience?: number;
  /** Whether small or large is good; 'auto' goes by the name. @defaultValue 'auto' */
  readonly mode?: MonitorMode;
  /** The figure must get better than this. @defaultValue none */
  readonly baseline?: number;
  /** Whether the weights of the best epoch come back at the end. @defaultValue false */
  readonly restoreBestWeights?: boolean;
  /** Epochs at the beginning that are not watched. @defaultValue 0 */
  readonly startFromEpoch?: number;
}

/**
 * Ends the training when a figure does not get better any more.
 *
 * @see Keras `keras.callbacks.EarlyStopping`
 */
export function earlyStopping(options: EarlyStoppingOptions = {}): Callback {
  const { monitor = 'val_loss', minDelta = 0, patience = 0, mode = 'auto', startFromEpoch = 0 } = options;
  const { restoreBestWeights = false, baseline } = options;
  if (patience < 0)
    throw new ArgumentError({
      who: 'earlyStopping',
      expected: '`patience` of 0 or more',
      got: String(patience),
    });
  let best: number | undefined;
  let bestWeights: NdArray[] | undefined;
  let waited = 0;
  return {
    onTrainBegin() {
      best = undefined;
      bestWeights = undefined;
      waited = 0;
    },
    async onEpochEnd(epoch, logs: Logs, { model }) {
      const value = monitored('earlyStopping', monitor, logs);
      if (value === undefined || epoch < startFromEpoch) return;
      if (restoreBestWeights && bestWeights === undefined) bestWeights = await model.getWeights();
      waited++;
      const better = (than: number | undefined): boolean =>
        than === undefined || isBetter(monitor, mode, value, than, minDelta);
      if (better(best)) {
        best = value;
        if (restoreBestWeights) bestWeights = await model.getWeights();
        if (better(baseline)) waited = 0;
        return;
      }
      if (waited >= patience && epoch > 0) model.stopTraining = true;
    },
    onTrainEnd(_, { model }) {
      if (bestWeights !== undefined) model.setWeights(bestWeights);
    },
  };
}
