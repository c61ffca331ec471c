import type {
  AnyLayer,
  Layer,
  LayerConfig,
  NdArray,
  Optimizer,
  QuantizationMode,
  SymbolicTensor,
  Tree,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Explanation } from './explain.js';
import type { LoadWeightsOptions } from './files/load-weights.js';
import type { FileSource } from './files/read-bytes.js';
import type { SaveWeightsOptions } from './files/save-weights.js';
import type { QuantizeOptions } from './quantize.js';
import type { SummaryOptions } from './summary.js';
import type { CompileOptions } from './training/compile-options.js';
import type { CustomSteps } from './training/custom-steps.js';
import type { DataSet, ModelInput, ModelLabels } from './training/data-source.js';
import type { EvaluateOptions, OnBatchOptions, PredictOptions } from './training/evaluate-options.js';
import type { FitOptions } from './training/fit-options.js';
import type { History } from './training/history.js';

/** Figures by name: `loss` and the metrics. */
export type Logs = Readonly<Record<string, number>>;

/** What `predict` returns: an array for one output, a list, or a dictionary by the names of the outputs. */
export type Predictions = Tree<NdArray>;

/**
 * What every model can do; a model is also a layer and can stand in another model.
 *
 * `Options` are those of `compile`: models of `@myelin/models/by-value` take no string ids there.
 */
export interface Model<Options = CompileOptions> extends Layer<
  LayerConfig,
  Tree<Tensor | null>,
  Tree<Tensor>
> {
  /** The layers in the order of Keras. */
  readonly layers: readonly AnyLayer[];
  /**
   * The tensors at which its graph begins, in order: start another model from them to share its weights. None where a model
   * is no graph, or none yet.
   *
   * @example
   * ```ts
   * const model = sequential([dense({ units: 4, inputShape: [3] }), dense({ units: 2 })]);
   * const [hidden] = model.layers;
   * const half = functional({ inputs: [...model.inputs], outputs: [...(hidden?.inboundNodes[0]?.outputs ?? [])] });
   * half.outputs[0]?.shape; // [null, 4]
   * ```
   * @see Keras `Model.inputs`
   */
  readonly inputs: readonly SymbolicTensor[];
  /** The tensors at which its graph ends, in order. None where a model is no graph, or none yet. @see Keras `Model.outputs` */
  readonly outputs: readonly SymbolicTensor[];
  /** Finds a layer by its name. @throws UnknownIdError */
  getLayer(name: string): AnyLayer;
  /** Set by `compile`. */
  readonly optimizer: Optimizer | undefined;
  /** Set to true by a callback to end the training after the running batch. */
  stopTraining: boolean;
  /**
   * Says how the model learns: optimizer, loss and metrics. Weights stay; slots of the optimizer start anew.
   *
   * @throws UnknownIdError for unknown ids and names of outputs; ArgumentError when a list does not fit the outputs.
   * Steps of your own take the place of those of the model; see {@link CustomSteps}. Where they use neither loss nor
   * metrics of `compile`, the labels may be any arrays.
   *
   * @see Keras `Model.compile`, and `Model.train_step` for steps of your own
   */
  compile<X extends Tree<Tensor> = Tensor, Y extends Tree<Tensor> | null = Tensor>(
    options: Options & CustomSteps<X, Y>,
  ): void;
  /**
   * Trains on arrays or on an iterable of batches.
   *
   * A model with several inputs takes a list or a dictionary of arrays as `x`, one with several outputs as `y`.
   *
   * @returns the figures of every epoch.
   * @see Keras `Model.fit`
   */
  fit(x: ModelInput | DataSet, y?: ModelLabels | FitOptions, options?: FitOptions): Promise<History>;
  /** Loss and metrics on data, by name. @see Keras `Model.evaluate` */
  evaluate(
    x: ModelInput | DataSet,
    y?: ModelLabels | EvaluateOptions,
    options?: EvaluateOptions,
  ): Promise<Logs>;
  /**
   * The output for inputs; for a model with several outputs a list, `predict<NdArray[]>(x)`, or a dictionary.
   *
   * @see Keras `Model.predict`
   */
  predict<Outputs extends Predictions = NdArray>(
    x: ModelInput | DataSet,
    options?: PredictOptions,
  ): Promise<Outputs>;
  /** One update of the weights; the figures are those before it. @see Keras `Model.train_on_batch` */
  trainOnBatch(x: ModelInput, y?: ModelLabels, options?: OnBatchOptions): Promise<Logs>;
  /** Loss and metrics on one batch. @see Keras `Model.test_on_batch` */
  testOnBatch(x: ModelInput, y?: ModelLabels, options?: Pick<OnBatchOptions, 'sampleWeight'>): Promise<Logs>;
  /** The output for one batch. @see Keras `Model.predict_on_batch` */
  predictOnBatch<Outputs extends Predictions = NdArray>(x: ModelInput): Promise<Outputs>;
  /**
   * Makes whole numbers of the large weights of all layers that can be quantized, those within layers included; says which
   * cannot.
   *
   * Files are a quarter as large then with `'int8'`, an eighth with `'int4'`. Compile the model again before it is trained.
   *
   * @example
   * ```ts
   * const model = sequential([dense({ units: 2, inputShape: [3] })]);
   * await model.quantize('int8');
   * model.weights.map(({ name, dtype }) => [name, dtype]); // [['bias', 'float32'], ['kernel', 'int8'], ['kernel_scale', 'float32']]
   * ```
   * @param mode - null is that of the configuration.
   * @throws StateError for a layer that has no weights yet, or is quantized; ArgumentError for a mode that is not offered.
   * @see Keras `Model.quantize`
   */
  quantize(mode: QuantizationMode | null, options?: QuantizeOptions): Promise<void>;
  /** A table of the layers, as Keras prints it. @see Keras `Model.summary` */
  summary(options?: SummaryOptions): string;
  /**
   * How the steps of the model run: as programs, of which operations, with how much work and memory, or op by op, and why.
   *
   * Tells of the steps that have run. Given a batch, first makes those for it, without running them: `predict` for inputs,
   * `train` and `test` as well where there are labels.
   *
   * @example
   * ```ts
   * await useBackend(eagerRuntime('cpu'));
   * const model = sequential([dense({ units: 2, inputShape: [3] })]);
   * const { steps } = await model.explain([[1, 2, 3]]);
   * steps.map(({ name }) => name); // ['predict']
   * ```
   */
  explain(x?: ModelInput, y?: ModelLabels): Promise<Explanation>;
  /** The bytes of a `.keras` file. */
  toBytes(): Promise<Uint8Array>;
  /** Writes a `.keras` file; whole or not at all. @see Keras `Model.save` */
  save(path: string): Promise<void>;
  /** The bytes of a `.weights.h5` file. */
  weightsToBytes(): Promise<Uint8Array>;
  /**
   * Writes the weights, and what the optimizer keeps, to a `.weights.h5` file; whole or not at all. With `maxShardSize` to
   * several files and, as `path`, their index `.weights.json`.
   *
   * @see Keras `Model.save_weights`
   */
  saveWeights(path: string, options?: SaveWeightsOptions): Promise<void>;
  /**
   * Takes the weights from a file of Keras or of `saveWeights` or `save`, `.weights.h5`, `.weights.json`, `.keras` or the
   * `.h5` of Keras 2: a path (in Node), a URL, or bytes.
   *
   * Layers are told apart by their place and class. Nothing is changed unless all layers fit, or `skipMismatch` is true.
   * As in Keras, an optimizer is restored if it has as many variables as the file: one that has not run yet has no slots,
   * so call `model.optimizer.build(model.trainableWeights)` before to go on where training stood. Vocabularies are not in
   * such files.
   *
   * @example
   * ```ts
   * const net = () => sequential([dense({ units: 2, inputShape: [3] })]);
   * const [from, to] = [net(), net()];
   * await to.loadWeights(await from.weightsToBytes());
   * const [[a], [b]] = [await from.getWeights(), await to.getWeights()];
   * String(a?.data) === String(b?.data); // true
   * ```
   * @throws FormatError when the file is damaged or does not fit, saying which layers.
   * @see Keras `Model.load_weights`
   */
  loadWeights(source: FileSource, options?: LoadWeightsOptions): Promise<void>;
}
