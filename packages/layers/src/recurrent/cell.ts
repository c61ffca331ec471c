import {
  type AnyLayer,
  ArgumentError,
  type BuildContext,
  type CallContext,
  type Complete,
  type ConfigSpec,
  type Defaults,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  type Live,
  type Resolved,
  type Shape,
  isLayer,
} from '@myelin/core';
import type { SequenceOptions, SequenceResult } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What a step of a cell may use, and nothing else: so a whole sequence can run as one loop. */
export interface StepContext<C, R, S, N> {
  readonly config: Resolved<C, R>;
  /** What `build` returned, with the tensors of its variables. */
  readonly state: Live<S>;
  /** What `begin` returned. */
  readonly noise: N;
}

/** What one step gives. */
export interface StepResult {
  readonly output: Tensor;
  readonly states: readonly Tensor[];
}

/** What a cell is: everything but its options' type. */
export interface CellSpec<C, R, S, N> extends ConfigSpec {
  /** @defaultValue 'keras.layers' */
  readonly module?: string | null;
  /** `package>Name` of a custom cell. @defaultValue null */
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C, LayerConfig>>;
  readonly required?: readonly NoInfer<keyof C & string>[];
  readonly resolve?: R;
  /**
   * What the states are like for each example: a number of features, or a shape. A step of the input has the shape `step`,
   * without the batch.
   */
  stateSizes(config: Complete<NoInfer<C>>, step: Shape): readonly (number | Shape)[];
  /** @defaultValue that of the first state */
  outputSize?(config: Complete<NoInfer<C>>, step: Shape): number | Shape;
  /** Makes the weights; the input shape is that of one step, `[batch, features]`. */
  build(context: BuildContext<NoInfer<C>, NoInfer<R>, Tensor>): S;
  /** What stays the same in all steps of a call, such as what dropout leaves out. @defaultValue null */
  begin?(context: CallContext<NoInfer<C>, NoInfer<R>, NoInfer<S>>, stepShape: readonly number[]): N;
  /** What does not depend on the states, for all steps at once: `[..., features]`. @defaultValue the input */
  project?(x: Tensor, context: StepContext<NoInfer<C>, NoInfer<R>, NoInfer<S>, NoInfer<N>>): Tensor;
  /** One step: the equations of the cell. */
  step(
    projected: Tensor,
    states: readonly Tensor[],
    context: StepContext<NoInfer<C>, NoInfer<R>, NoInfer<S>, NoInfer<N>>,
  ): StepResult;
  /** All steps by one op that gives what `step` gives; null where there is none for these options. */
  sequence?(
    projected: Tensor,
    states: readonly Tensor[],
    context: StepContext<NoInfer<C>, NoInfer<R>, NoInfer<S>, NoInfer<N>>,
    options: SequenceOptions,
  ): SequenceResult | null;
}

/** A cell within one call. `context` is a tree that holds every tensor that its steps use. */
export interface RunningCell {
  readonly context: unknown;
  project(x: Tensor, context: unknown): Tensor;
  step(projected: Tensor, states: readonly Tensor[], context: unknown): StepResult;
  sequence(projected: Tensor, states: readonly Tensor[], options: SequenceOptions): SequenceResult | null;
}

/** What recurrent layers know of a cell. */
export interface CellParts {
  /** Shapes of the states of each example, for steps of a shape without the batch. */
  stateShapes(step: Shape): readonly Shape[];
  /** The same of the output. */
  outputShape(step: Shape): Shape;
  /**
   * @param stepShape - with the batch.
   * @internal
   */
  begin(training: boolean, stepShape: readonly number[]): RunningCell;
}

/** A layer that computes one step: from `[input, ...states]` to `[output, ...next states]`. */
export interface CellLayer<C = LayerConfig> extends Layer<C, readonly Tensor[], readonly Tensor[]> {
  readonly cell: CellParts;
}

/** Makes cells of one class. */
export interface CellFactory<C> extends LayerFactory<C, readonly Tensor[], readonly Tensor[]> {
  (...args: object extends C ? [config?: C] : [config: C]): CellLayer<C>;
  /** Its options, for layers that have the same and hand them on. */
  readonly options: Pick<
    CellSpec<C, object, unknown, unknown>,
    'required' | 'defaults' | 'resolve' | 'floats'
  >;
}

function isCell(value: unknown): value is CellLayer {
  return isLayer(value) && 'cell' in value;
}

/**
 * @throws ArgumentError when the layer is no cell.
 * @internal
 */
export function cellParts(layer: AnyLayer, who: string): CellParts {
  if (isCell(layer)) return layer.cell;
  throw new ArgumentError({
    who,
    expected: 'a cell',
    got: layer.className,
    hint: 'Cells are made by `lstmCell`, `gruCell`, `simpleRnnCell`, `stackedRnnCells`, or what `defineCell` returns.',
  });
}
