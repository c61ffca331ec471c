import { ArgumentError } from '@myelin/core';
import type { Callback } from './callback.js';
import { type MonitorMode, isBetter, monitored } from './monitor.js';

export interface ModelCheckpointOptions {
  /** Where to save; `{epoch}` (counted from 1, `{epoch:02d}` with leading zeros) and figures such as `{val_loss:.2f}` are filled in. */
  readonly filepath: string;
  /** The figure that says which model is best. @defaultValue 'val_loss' */
  readonly monitor?: string;
  /** Whether only better models are saved. @defaultValue false */
  readonly saveBestOnly?: boolean;
  /** Whether to save the weights alone, to `.weights.h5`, instead of the model, to `.keras`. @defaultValue false */
  readonly saveWeightsOnly?: boolean;
  /** @defaultValue 'auto' */
  readonly mode?: MonitorMode;
}

/**
 * Saves the model, or its weights, after each epoch, or whenever it got better.
 *
 * @see Keras `keras.callbacks.ModelCheckpoint`
 */
export function modelCheckpoint(options: ModelCheckpointOptions): Callback {
  const { filepath, monitor = 'val_loss', saveBestOnly = false, mode = 'auto' } = options;
  const { saveWeightsOnly = false } = options;
  const ending = saveWeightsOnly ? '.weights.h5' : '.keras';
  if (!filepath.endsWith(ending)) {
    throw new ArgumentError({
      who: 'modelCheckpoint',
      expected: `\`filepath\` to end in ${ending}`,
      got: JSON.stringify(filepath),
    });
  }
  let best: number | undefined;
  return {
    async onEpochEnd(epoch, logs, { model }) {
      if (saveBestOnly) {
        const value = monitored('modelCheckpoint', monitor, logs);
        if (value === undefined || (best !== undefined && !isBetter(monitor, mode, value, best))) return;
        best = value;
      }
      const path = fillIn(filepath, { ...logs, epoch: epoch + 1 });
      await (saveWeightsOnly ? model.saveWeights(path) : model.save(path));
    },
  };
}

/** Fills names and Python's number formats in: `{epoch:02d}`, `{val_loss:.2f}`. */
function fillIn(template: string, values: Readonly<Record<string, number>>): string {
  return template.replace(
    /\{(\w+)(?::(0?)(\d*)(?:\.(\d+))?[df]?)?\}/g,
    (_, name: string, zero: string, width: string, digits?: string) => {
      const value = values[name];
      if (value === undefined) {
        const known = Object.keys(values).join(', ');
        throw new ArgumentError({
          who: 'modelCheckpoint',
          expected: `one of ${known} in \`filepath\``,
          got: `{${name}}`,
        });
      }
      const text = digits === undefined ? String(value) : value.toFixed(Number(digits));
      return text.padStart(Number(width), zero === '0' ? '0' : ' ');
    },
  );
}
