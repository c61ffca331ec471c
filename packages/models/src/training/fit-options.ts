import type { Callback } from '../callbacks/callback.js';
import type { Verbosity } from '../callbacks/progbar-logger.js';
import type { DataSet, ModelInput, ModelLabels } from './data-source.js';

/** Data to validate on: arrays, or batches. */
export type ValidationData =
  DataSet | { readonly x: ModelInput; readonly y?: ModelLabels; readonly sampleWeight?: ModelLabels };

/** Options of `fit`, with the names and defaults of Keras. */
export interface FitOptions {
  /** Examples that one update of the weights looks at; for arrays. @defaultValue 32 */
  readonly batchSize?: number;
  /** How often all data is gone through; the run ends after epoch number `epochs`. @defaultValue 1 */
  readonly epochs?: number;
  /** Number of the first epoch, to go on with an earlier run. @defaultValue 0 */
  readonly initialEpoch?: number;
  /** What is printed: 0 nothing, 1 a progress line, 2 a line an epoch; 'auto' is 1 on a terminal, else 2. @defaultValue 'auto' */
  readonly verbose?: Verbosity;
  readonly callbacks?: readonly Callback[];
  /** Share of the data, taken from its end before shuffling, to validate on. @defaultValue 0 */
  readonly validationSplit?: number;
  /** Data to validate on; wins over `validationSplit`. */
  readonly validationData?: ValidationData;
  /** Validate every so many epochs. @defaultValue 1 */
  readonly validationFreq?: number;
  /** @defaultValue `batchSize` */
  readonly validationBatchSize?: number;
  /** Whether arrays are gone through in a new order each epoch. @defaultValue true */
  readonly shuffle?: boolean;
  /** A weight for each class, by its number; for models with one output. */
  readonly classWeight?: Readonly<Record<number, number>>;
  /** A weight for each example: one array for every output, a list, or a dictionary by the names of the outputs. */
  readonly sampleWeight?: ModelLabels;
  /**
   * Batches an epoch, for data without an end or to look at it more often: the next epoch goes on with the batch after.
   * An epoch ends with the data in any case. @defaultValue all of the data
   */
  readonly stepsPerEpoch?: number;
  /** How many batches of `validationData` to validate on, always the first ones. @defaultValue all of them */
  readonly validationSteps?: number;
  /** Ends the run after the running batch when aborted; `fit` then returns what was reached. */
  readonly signal?: AbortSignal;
}
