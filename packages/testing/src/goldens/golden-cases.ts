import type { DType, NdArray, QuantizationMode, Tree, WireRecord, WireValue } from '@myelin/core';

/** A variable with Keras' path, such as `dense/kernel`. */
export interface GoldenVariable {
  readonly path: string;
  readonly name: string;
  readonly trainable: boolean;
  readonly value: NdArray;
}

interface GoldenCase {
  readonly name: string;
}

interface ConfiguredCase extends GoldenCase {
  /** The constructor's arguments as given, with Keras' names. */
  readonly config: Readonly<Record<string, WireValue>>;
}

interface SerializedCase extends ConfiguredCase {
  /** What `serialize_keras_object` gives for it. */
  readonly serialized: WireRecord;
}

/** One call and the gradients of `sum(output · upstream)`. */
interface CallCase {
  readonly inputs: readonly NdArray[];
  readonly output: NdArray;
  readonly upstream: NdArray;
  /** Of the inputs that are floats. */
  readonly inputGradients: readonly NdArray[];
}

export interface ActivationCase extends ConfiguredCase, CallCase {
  readonly serialized: string;
}

export interface LayerCase extends SerializedCase, Omit<CallCase, 'inputGradients'> {
  readonly training: boolean;
  /** Of the inputs that are floats; null where those of Keras are not what is wanted. */
  readonly inputGradients: readonly (NdArray | null)[];
  /** How the layer was quantized after it was built with these weights. */
  readonly quantize?: {
    readonly mode: QuantizationMode;
    readonly config: WireValue;
    readonly weights: readonly GoldenVariable[];
  };
  /** Whether nothing flows back, so that all gradients are zero. @defaultValue false */
  readonly constant?: boolean;
  /** What the layer learned from by `adapt` after it was built: the weights are what it found. */
  readonly adapt?: NdArray;
  /** How many of the inputs, the last ones, are first states of a recurrent layer. @defaultValue 0 */
  readonly states?: number;
  /** Options of the call that only this layer has, with Keras' names. */
  readonly options?: Readonly<Record<string, NdArray | boolean>>;
  /** One for each input, where one of them has a mask. */
  readonly masks?: readonly (NdArray | null)[];
  /** The mask that Keras gave the output, if it did. */
  readonly outputMask?: NdArray;
  /** Before the call, in saved order. */
  readonly weights: readonly GoldenVariable[];
  /** Of the trainable ones. */
  readonly weightGradients: readonly NdArray[];
  /** Non-trainable variables after a call in training. */
  readonly updatedState: readonly GoldenVariable[];
  /** Penalties, as the layer lists them after the call. */
  readonly losses: readonly NdArray[];
  /** For inputs whose batch size is unknown. */
  readonly outputShape: readonly (number | null)[] | readonly (readonly (number | null)[])[];
}

/** One call of a layer that computes on the host. */
export interface HostLayerCase extends SerializedCase {
  /** What the layer learned from by `adapt`. */
  readonly adapt?: NdArray;
  /** The same, batch by batch. */
  readonly batches?: readonly NdArray[];
  readonly inputs: readonly NdArray[];
  readonly output: NdArray;
  /** All tokens, of layers that have some. */
  readonly vocabulary?: readonly (string | number)[];
}

export interface InputLayerCase extends SerializedCase {
  readonly outputShape: readonly (number | null)[];
  readonly outputDtype: string;
}

export interface LossCase extends SerializedCase {
  readonly yTrue: NdArray;
  /** Predictions, or where `activation` is given what that activation turns into them. */
  readonly yPred: NdArray;
  readonly activation?: 'softmax' | 'sigmoid';
  readonly sampleWeight?: NdArray;
  readonly mask?: NdArray;
  readonly perExample: NdArray;
  /** The loss by its reduction. */
  readonly reductions: Readonly<Record<string, NdArray>>;
  /** Of the loss with its default reduction, by `yPred`. */
  readonly gradient: NdArray;
}

/** `values` for means and sums, `yTrue` and `yPred` for all other metrics. */
export interface MetricUpdate {
  readonly values?: NdArray;
  readonly yTrue?: NdArray;
  readonly yPred?: NdArray;
  readonly sampleWeight?: NdArray;
}

export interface MetricCase extends SerializedCase {
  /** Missing where Keras has none before the first update. */
  readonly initialResult?: NdArray;
  readonly updates: readonly MetricUpdate[];
  /** After each update. */
  readonly results: readonly NdArray[];
  readonly states: readonly (readonly GoldenVariable[])[];
  readonly stateAfterReset: readonly GoldenVariable[];
}

export interface OptimizerCase extends SerializedCase {
  readonly variables: readonly GoldenVariable[];
  /** One for each variable, for each step. */
  readonly gradients: readonly (readonly NdArray[])[];
  /** The variables after each step. */
  readonly values: readonly (readonly NdArray[])[];
  /** The optimizer's variables after the last step. */
  readonly state: readonly GoldenVariable[];
  /** The variables once averages have taken their place, if the optimizer averages. */
  readonly finalized?: readonly NdArray[];
}

export interface ScheduleCase extends SerializedCase {
  readonly steps: NdArray;
  /** One for each step. */
  readonly rates: NdArray;
}

export interface TrainingCase extends GoldenCase {
  /** The compiled model before training, with `compile_config`. */
  readonly model: WireRecord;
  readonly weights: readonly GoldenVariable[];
  /** A list with one array for each input, or a dictionary. */
  readonly x: Tree<NdArray>;
  readonly y: Tree<NdArray>;
  /** One array for all outputs, or a list or a dictionary. */
  readonly sampleWeight?: Tree<NdArray | null>;
  readonly validation?: {
    readonly x: Tree<NdArray>;
    readonly y: Tree<NdArray>;
    readonly sampleWeight?: Tree<NdArray | null>;
  };
  /** Arguments of `fit`; nothing is shuffled. */
  readonly fit: Readonly<Record<string, WireValue>>;
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly weightsAfter: readonly GoldenVariable[];
  /** The optimizer's variables after training. */
  readonly state: readonly GoldenVariable[];
  /** On `x` and `y`, without weights. */
  readonly evaluation: Readonly<Record<string, number>>;
  readonly predictions: Tree<NdArray>;
}

/** The distribution that an initializer draws from. */
export type GoldenDraw =
  | { readonly distribution: 'uniform'; readonly minval: number; readonly maxval: number }
  | {
      readonly distribution: 'normal' | 'truncated_normal';
      readonly mean: number;
      readonly stddev: number;
    };

/** `values` where there is no chance, `shapes` and `sample` where there is, `gain` for orthogonal matrices. */
export interface InitializerCase extends SerializedCase {
  readonly values?: readonly NdArray[];
  readonly shapes?: readonly ({ readonly shape: readonly number[] } & (
    (GoldenDraw & { readonly fanIn: number; readonly fanOut: number }) | { readonly gain: number }
  ))[];
  readonly sample?: GoldenDraw & {
    readonly shape: readonly number[];
    readonly moments: Readonly<Record<'mean' | 'deviation' | 'smallest' | 'largest', number>>;
    /** 65, at even distances from the smallest value to the largest. */
    readonly quantiles: NdArray;
  };
}

export interface RegularizerCase extends SerializedCase {
  readonly inputs: readonly NdArray[];
  readonly values: readonly NdArray[];
  readonly gradients: readonly NdArray[];
}

export interface ConstraintCase extends SerializedCase {
  readonly inputs: readonly NdArray[];
  /** What each of them is projected to. */
  readonly values: readonly NdArray[];
}

/** What a saved model predicts and how its training goes on; `tools/interop/interop.py` says it in full. */
export interface SavedModelRecord {
  readonly name: string;
  /** A list with one array for each input, or a dictionary. */
  readonly inputs: Tree<NdArray>;
  readonly predictions: Tree<NdArray>;
  readonly training: {
    readonly inputs: Tree<NdArray>;
    readonly targets: Tree<NdArray>;
    readonly batchSize: number;
    readonly epochs: number;
    readonly losses: readonly number[];
  } | null;
}

/** A model that Keras saved, as it was before it was saved. */
export interface KerasFileRecord extends SavedModelRecord {
  /** What `model.summary()` prints. */
  readonly summary: string;
  /** With nested models expanded and a column that says what is trainable. */
  readonly summaryOfAll: string;
  readonly variables: readonly {
    readonly path: string;
    readonly name: string;
    readonly shape: readonly number[];
    readonly dtype: string;
    readonly trainable: boolean;
  }[];
}

/** An argument of an op; its arrays are what it computes with. */
export type OpArgument = Tree<NdArray | WireValue>;

/** One call of a function of `keras.ops` and the gradients of the sum of all `output · upstream`. */
export interface OpCase extends GoldenCase {
  readonly operands: readonly OpArgument[];
  /** Other arguments, by Keras' names in lower case. @defaultValue {} */
  readonly options?: Readonly<Record<string, OpArgument>>;
  /** One, or all of a list. */
  readonly outputs: readonly NdArray[];
  /** One for each output; null for those that are no floats. */
  readonly upstream: readonly (NdArray | null)[];
  /** One for each array of floats among the operands and options; null where TensorFlow has none. */
  readonly inputGradients: readonly (NdArray | null)[];
  /** Absent where Keras has no operation for it. */
  readonly graph?: OpGraph;
}

/** What an op gives for symbolic tensors. */
export interface OpGraph {
  /** One for each array among the operands and options. */
  readonly inputShapes: readonly (readonly (number | null)[])[];
  readonly outputs: readonly { readonly shape: readonly (number | null)[]; readonly dtype: DType }[];
  /** Keras' JSON of the operation; null where it has tensors among its own arguments. */
  readonly operation: WireRecord | null;
}

/** One call of a layer of images on images with what belongs to them. */
export interface TransformationCase extends SerializedCase {
  /** What the layer drew; absent where its options leave nothing to chance. */
  readonly drawn?: Tree<NdArray>;
  readonly data: Tree<NdArray>;
  readonly output: Tree<NdArray>;
}

/** One call of a function on bounding boxes. */
export interface BoundingBoxCase {
  readonly name: string;
  readonly operands: readonly Tree<NdArray>[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly output: Tree<NdArray>;
}

/** The cases by the folder that holds them. */
export interface GoldenCases {
  readonly activations: ActivationCase;
  readonly layers: LayerCase;
  readonly losses: LossCase;
  readonly metrics: MetricCase;
  readonly optimizers: OptimizerCase;
  readonly schedules: ScheduleCase;
  readonly training: TrainingCase;
  readonly initializers: InitializerCase;
  readonly regularizers: RegularizerCase;
  readonly ops: OpCase;
  readonly constraints: ConstraintCase;
  readonly transformations: TransformationCase;
  readonly bounding_boxes: BoundingBoxCase;
}

/** A model of Keras 2, or in its format. */
export interface LegacyFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly inputs: readonly NdArray[];
  readonly outputs: readonly NdArray[];
}
