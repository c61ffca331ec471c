import { nodeModule } from '../files/node-modules.js';
import type { Callback } from './callback.js';

export interface CsvLoggerOptions {
  /** Where to write; the folder must exist. */
  readonly filename: string;
  /** Between the columns. @defaultValue ',' */
  readonly separator?: string;
  /** Whether lines go behind those of an existing file. @defaultValue false */
  readonly append?: boolean;
}

/**
 * Writes the figures of each epoch as a line of a CSV file. Needs Node.
 *
 * @see Keras `keras.callbacks.CSVLogger`
 */
export function csvLogger({ filename, separator = ',', append = false }: CsvLoggerOptions): Callback {
  let columns: string[] | undefined;
  return {
    onTrainBegin() {
      const { existsSync, readFileSync, writeFileSync } = nodeModule('node:fs', 'csvLogger');
      columns = undefined;
      if (append && existsSync(filename))
        columns = readFileSync(filename, 'utf8').split('\n')[0]?.split(separator).slice(1);
      else writeFileSync(filename, '');
    },
    onEpochEnd(epoch, logs) {
      const { appendFileSync } = nodeModule('node:fs', 'csvLogger');
      if (columns === undefined) {
        columns = Object.keys(logs);
        appendFileSync(filename, `${['epoch', ...columns].join(separator)}\n`);
      }
      const values = columns.map((column) => logs[column] ?? 'NA');
      appendFileSync(filename, `${[epoch, ...values].join(separator)}\n`);
    },
  };
}
