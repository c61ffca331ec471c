import {
  ArgumentError,
  type Complete,
  type Deserializable,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  type Resolvers,
  type Tree,
  defineLayer,
  knownDim,
  snakeCaseClass,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type RegularizerLike, regularizer } from '../internal/resolve.js';
import type { CellFactory, CellLayer } from './cell.js';
import {
  type RecurrentOptions,
  type RecurrentState,
  recurrentDefaults,
  recurrentParts,
} from './internal/recurrent-layer.js';

/** Options of the recurrent layers that have a cell of their own. */
export interface RecurrentConfig extends RecurrentOptions {
  /** Penalty on the output. @defaultValue null */
  activityRegularizer?: RegularizerLike;
}

/** An option of the layers for which Keras has kernels of cuDNN. */
export interface CudnnOption {
  /** Makes no difference here, since one implementation is used everywhere. Not saved, as in Keras. @defaultValue 'auto' */
  useCudnn?: 'auto' | boolean;
}

/** A recurrent layer. */
export interface RecurrentLayer<C, Out = Tensor> extends Layer<C, Tensor, Out> {
  /** Lets a stateful layer begin anew. @throws StateError when the layer is not stateful. */
  resetState(): void;
  /** A new layer of this class: its options, but for these. */
  recreate(changes: Partial<C>): RecurrentLayer<C, Out>;
}

/** Makes recurrent layers of one class; with `returnState` they return the output and the last states. */
export interface RecurrentFactory<C> extends Deserializable {
  (config: C & { returnState: true }): RecurrentLayer<C, readonly [Tensor, ...Tensor[]]>;
  (config: C): RecurrentLayer<C>;
}

/** What a recurrent layer around a cell is called. */
interface RecurrentSpec<C extends LayerConfig> {
  readonly className: string;
  readonly cell: CellFactory<C>;
  /** Options of the cell that Keras leaves out of the files of the layer. */
  readonly unsaved?: readonly (keyof C & string)[];
  /** Whether it has a {@link CudnnOption}. @defaultValue false */
  readonly cudnn?: boolean;
  /** The axis of the features or channels, and how many axes an input has. @defaultValue the last of three */
  inputAxes?: (config: Complete<C>) => { readonly rank: number; readonly features: number };
}

/**
 * A recurrent layer that has a cell of its own, and the options of both.
 *
 * In paths of weights the cell has the name of its class: `lstm/lstm_cell/kernel`.
 *
 * @internal
 */
export function defineRecurrent<C extends LayerConfig, More extends object = object>({
  className,
  cell,
  unsaved = [],
  cudnn = false,
  inputAxes = () => ({ rank: 3, features: -1 }),
}: RecurrentSpec<C>): RecurrentFactory<C & RecurrentConfig & More> {
  const { required = [], defaults, resolve = {}, floats = [] } = cell.options;
  const names = ['trainable', ...required, ...Object.keys(defaults)];
  const cellName = snakeCaseClass(cell.className);
  const cellOf = (config: object): CellLayer =>
    cell({ ...pick(config, names), name: cellName } as unknown as C) as unknown as CellLayer;
  const factory: LayerFactory<Options, Tensor, Tree<Tensor>> = defineLayer<
    Options,
    RecurrentState,
    Tensor,
    Tree<Tensor>,
    Resolvers<Options>
  >({
    ...recurrentParts(cellOf, (config) => factory(config as Options)),
    className,
    required: required as readonly never[],
    defaults: {
      ...defaults,
      ...recurrentDefaults,
      activityRegularizer: null,
      ...(cudnn && { useCudnn: 'auto' }),
    },
    floats,
    unsaved: [...unsaved, 'useCudnn'],
    resolve: { ...resolve, activityRegularizer: regularizer, ...(cudnn && { useCudnn }) },
    inputSpec({ config, inputShape, who }) {
      const { rank, features } = inputAxes(config as unknown as Complete<C>);
      const known = inputShape.length === rank ? knownDim(inputShape, features, who) : 0;
      return { rank, axes: { [features]: known } };
    },
  });
  return factory as unknown as RecurrentFactory<C & RecurrentConfig & More>;
}

type Options = LayerConfig & RecurrentConfig;

function useCudnn(given: 'auto' | boolean, who: string): 'auto' | boolean {
  if (given === 'auto' || typeof given === 'boolean') return given;
  throw new ArgumentError({ who, expected: '`useCudnn` to be "auto", true or false', got: String(given) });
}

function pick(config: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(config).filter(([key]) => names.includes(key)));
}
