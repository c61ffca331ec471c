import type { Callback, Logs, Model } from '@myelin/models';
import type { Digits } from './load-digits.js';
import type { LiveEvent } from './messages.js';
import type { PauseSwitch } from './pause-switch.js';

export interface TrainOptions {
  readonly model: Model;
  readonly digits: Digits;
  readonly epochs: number;
  readonly pauseSwitch: PauseSwitch;
  readonly signal: AbortSignal;
  readonly tell: (event: LiveEvent) => void;
}

/** How often the page hears of a running epoch. */
const progressIntervalMs = 100;

/** Trains to the end or until it is stopped, and tells what the network knows then. */
export async function train({
  model,
  digits,
  epochs,
  pauseSwitch,
  signal,
  tell,
}: TrainOptions): Promise<void> {
  const { heldOut } = digits;
  let last: Logs = {};
  await model.fit(digits.train.x, digits.train.y, {
    epochs,
    verbose: 0,
    validationData: heldOut,
    validationBatchSize: 250,
    signal,
    callbacks: [
      reportProgress(tell, pauseSwitch),
      {
        onEpochEnd(epoch, logs) {
          last = logs;
          if (logs['val_accuracy'] === undefined) return;
          tell({
            kind: 'epochEnd',
            epoch: epoch + 1,
            heldOutLoss: logs['val_loss'] ?? Number.NaN,
            heldOutAccuracy: logs['val_accuracy'],
          });
        },
      },
    ],
  });
  const heldOutAccuracy =
    last['val_accuracy'] ?? (await model.evaluate(heldOut.x, heldOut.y, { batchSize: 250 }))['accuracy'];
  tell({ kind: 'finished', heldOutAccuracy: heldOutAccuracy ?? Number.NaN });
}

/** Tells how the epoch goes, up to its last batch, and waits while the reader wants a pause. */
function reportProgress(tell: (event: LiveEvent) => void, pauseSwitch: PauseSwitch): Callback {
  let epoch = 0;
  let seen = 0;
  let goingSince = 0;
  let trainedMs = 0;
  const report = (logs: Logs, steps: number | undefined): void => {
    tell({
      kind: 'progress',
      epoch: epoch + 1,
      batch: seen,
      batchesPerEpoch: steps ?? seen,
      loss: logs['loss'] ?? Number.NaN,
      accuracy: logs['accuracy'] ?? Number.NaN,
      stepsPerSecond: (seen / trainedMs) * 1000,
    });
  };
  return {
    batchEndIntervalMs: progressIntervalMs,
    onEpochBegin(number) {
      epoch = number;
      trainedMs = 0;
      goingSince = performance.now();
    },
    async onTrainBatchEnd(number, logs, { steps }) {
      seen = number + 1;
      trainedMs += performance.now() - goingSince;
      report(logs, steps);
      await pauseSwitch.whenRunning();
      goingSince = performance.now();
    },
    onEpochEnd(_, logs, { steps }) {
      // A stopped epoch is not validated, and has not come to its last batch.
      if (logs['val_loss'] === undefined) return;
      // The last report came shortly before; what was validated since is no training.
      trainedMs *= (steps ?? seen) / seen;
      seen = steps ?? seen;
      report(logs, steps);
    },
  };
}
