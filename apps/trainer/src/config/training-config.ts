/** One of the data sets that come with Myelin. */
export interface NamedData {
  readonly dataset: 'concrete' | 'digits' | 'mnist' | 'fashionMnist';
}

/** A table of numbers. */
export interface CsvData {
  /** Path, counted from the folder of the config. */
  readonly csv: string;
  /** The column to predict: numbers, or class numbers from 0. */
  readonly target: string;
  /** The columns to learn from; all but the target where they are not named. */
  readonly features?: readonly string[] | undefined;
  readonly task: 'regression' | 'classification';
  /** Whether the model begins with a layer that brings every column to mean 0 and variance 1. */
  readonly standardize: boolean;
}

/** A layer by the name of its function, with its options. */
export interface LayerEntry {
  readonly layer: string;
  readonly [option: string]: unknown;
}

/** A model of the zoo; the size of its input is that of the data. */
export type ZooEntry =
  | { readonly zoo: 'tabularRegressor'; readonly hidden?: readonly number[] | undefined }
  | {
      readonly zoo: 'digitMlp';
      readonly hidden?: readonly number[] | undefined;
      readonly classes?: number | undefined;
    }
  | {
      readonly zoo: 'digitCnn';
      readonly filters?: readonly number[] | undefined;
      readonly units?: number | undefined;
      readonly classes?: number | undefined;
    };

/** An optimizer with options. */
export interface OptimizerEntry {
  readonly optimizer: string;
  readonly [option: string]: unknown;
}

export interface CompileEntry {
  readonly optimizer?: string | OptimizerEntry | undefined;
  readonly loss?: string | undefined;
  readonly metrics?: readonly string[] | undefined;
}

interface FitEntry {
  readonly epochs?: number | undefined;
  readonly batchSize?: number | undefined;
  /** Share of the rows, drawn at random, that are not learned from but validated on. */
  readonly validationSplit?: number | undefined;
}

/** What a config file for `myelin train` holds. */
export interface TrainingConfig {
  readonly data: NamedData | CsvData;
  readonly model: ZooEntry | readonly LayerEntry[];
  readonly compile?: CompileEntry | undefined;
  readonly fit?: FitEntry | undefined;
  readonly seed?: number | undefined;
  readonly out?: string | undefined;
}
