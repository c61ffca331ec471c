import type { ArrayLike, Layer, LayerConfig, NdArray, Optimizer, Tree, AnyLayer } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { CompileOptions } from './training/compile-options.js';
import type { EvaluateOptions, PredictOptions } from './training/evaluate-options.js';
import type { FitOptions } from './training/fit-options.js';
import type { History } from './training/history.js';
import type { DataSet } from './training/data-source.js';
import type { SummaryOptions } from './summary.js';

/** Figures by name: `loss` and the metrics. */
export type Logs = Readonly<Record<string, number>>;

/** Arrays for a model: one for a model with one input, a list for several. */
export type ModelInput = ArrayLike | readonly NdArray[];

/** What every model can do; a model is also a layer and can stand in another model. */
export interface Model extends Layer<LayerConfig, Tree<Tensor>, Tree<Tensor>> {
  /** The layers in the order of Keras. */
  readonly layers: readonly AnyLayer[];
  /** Finds a layer by its name. @throws UnknownIdError */
  getLayer(name: string): AnyLayer;
  /** Set by `compile`. */
  readonly optimizer: Optimizer | undefined;
  /** Set to true by a callback to end the training after the running batch. */
  stopTraining: boolean;
  /**
   * Says how the model learns: optimizer, loss and metrics. Weights stay; slots of the optimizer start anew.
   *
   * @see Keras `Model.compile`
   */
  compile(options: CompileOptions): void;
  /**
   * Trains on arrays or on an iterable of batches.
   *
   * @returns the figures of every epoch.
   * @see Keras `Model.fit`
   */
  fit(x: ModelInput | DataSet, y?: ArrayLike | FitOptions, options?: FitOptions): Promise<History>;
  /** Loss and metrics on data, by name. @see Keras `Model.evaluate` */
  evaluate(
    x: ModelInput | DataSet,
    y?: ArrayLike | EvaluateOptions,
    options?: EvaluateOptions,
  ): Promise<Logs>;
  /**
   * The output for inputs; for a model with several outputs a list, `predict<NdArray[]>(x)`.
   *
   * @see Keras `Model.predict`
   */
  predict<Outputs extends NdArray | NdArray[] = NdArray>(
    x: ModelInput,
    options?: PredictOptions,
  ): Promise<Outputs>;
  /** One update of the weights. @see Keras `Model.train_on_batch` */
  trainOnBatch(x: ModelInput, y: ArrayLike, sampleWeight?: ArrayLike): Promise<Logs>;
  /** A table of the layers, as Keras prints it. @see Keras `Model.summary` */
  summary(options?: SummaryOptions): string;
  /** The bytes of a `.keras` file. */
  toBytes(): Promise<Uint8Array>;
  /** Writes a `.keras` file; whole or not at all. @see Keras `Model.save` */
  save(path: string): Promise<void>;
}
