import type { Logs, Model } from '../model.js';

/** What a callback may know of the run. */
export interface CallbackContext {
  readonly model: Model;
  /** Number after the last epoch; 1 where there are none. */
  readonly epochs: number;
  /** Batches an epoch, or to evaluate or predict, if known. */
  readonly steps: number | undefined;
}

type MaybePromise = Promise<void> | void;

/**
 * Looks on, and may interfere, while a model learns, and while it evaluates or predicts. Every hook may be asynchronous: the run waits.
 *
 * @see Keras `keras.callbacks.Callback`
 */
export interface Callback {
  onTrainBegin?(context: CallbackContext): MaybePromise;
  onTrainEnd?(logs: Logs, context: CallbackContext): MaybePromise;
  onEpochBegin?(epoch: number, context: CallbackContext): MaybePromise;
  onEpochEnd?(epoch: number, logs: Logs, context: CallbackContext): MaybePromise;
  /** Called for each batch, whose steps are then run one at a time, not many in one call; so with the other two. */
  onTrainBatchBegin?(batch: number, context: CallbackContext): MaybePromise;
  onTrainBatchEnd?(batch: number, logs: Logs, context: CallbackContext): MaybePromise;
  /**
   * The hooks at the end of a batch are called at most once in so many milliseconds, and for the last one: reading figures
   * takes time.
   *
   * @defaultValue 0
   */
  readonly batchEndIntervalMs?: number;
  /** Before `evaluate`, and before each validation of `fit`. */
  onTestBegin?(context: CallbackContext): MaybePromise;
  onTestEnd?(logs: Logs, context: CallbackContext): MaybePromise;
  onTestBatchBegin?(batch: number, context: CallbackContext): MaybePromise;
  onTestBatchEnd?(batch: number, logs: Logs, context: CallbackContext): MaybePromise;
  onPredictBegin?(context: CallbackContext): MaybePromise;
  onPredictEnd?(context: CallbackContext): MaybePromise;
  onPredictBatchBegin?(batch: number, context: CallbackContext): MaybePromise;
  /** There are no figures while a model predicts. */
  onPredictBatchEnd?(batch: number, logs: Logs, context: CallbackContext): MaybePromise;
}
