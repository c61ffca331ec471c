import type { Logs, Model } from '../model.js';

/** What a callback may know of the run. */
export interface CallbackContext {
  readonly model: Model;
  /** Number after the last epoch. */
  readonly epochs: number;
  /** Batches an epoch, if known. */
  readonly steps: number | undefined;
}

type MaybePromise = Promise<void> | void;

/**
 * Looks on, and may interfere, while a model learns. Every hook may be asynchronous: the run waits.
 *
 * @see Keras `keras.callbacks.Callback`
 */
export interface Callback {
  onTrainBegin?(context: CallbackContext): MaybePromise;
  onTrainEnd?(logs: Logs, context: CallbackContext): MaybePromise;
  onEpochBegin?(epoch: number, context: CallbackContext): MaybePromise;
  onEpochEnd?(epoch: number, logs: Logs, context: CallbackContext): MaybePromise;
  onTrainBatchBegin?(batch: number, context: CallbackContext): MaybePromise;
  onTrainBatchEnd?(batch: number, logs: Logs, context: CallbackContext): MaybePromise;
  /** `onTrainBatchEnd` is called at most once in so many milliseconds: reading figures takes time. @defaultValue 0 */
  readonly batchEndIntervalMs?: number;
  onTestBegin?(context: CallbackContext): MaybePromise;
  onTestEnd?(logs: Logs, context: CallbackContext): MaybePromise;
}
