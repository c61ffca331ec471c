import type { Callback } from './callback.js';

/**
 * Ends the training when the loss is no number any more.
 *
 * @see Keras `keras.callbacks.TerminateOnNaN`
 */
export function terminateOnNan(): Callback {
  return {
    onTrainBatchEnd(batch, { loss }, { model }) {
      if (loss === undefined || Number.isFinite(loss)) return;
      console.warn(`Batch ${batch}: the loss is ${loss}, training ends.`);
      model.stopTraining = true;
    },
  };
}
