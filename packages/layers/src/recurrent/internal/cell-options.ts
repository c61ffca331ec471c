import type { BuildContext, LayerConfig, Variable, WeightOptions } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../../internal/positive-integer.js';
import {
  type ActivationLike,
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  activation,
  constraint,
  initializer,
  regularizer,
} from '../../internal/resolve.js';
import { weightOptions } from '../../internal/weight-options.js';
import { type DropoutOptions, clampedRate } from './recurrent-dropout.js';

/** Options that all cells of Keras have, whatever their products are. */
export interface CellWeightOptions extends DropoutOptions {
  /** Function of the candidate and of the output. @defaultValue 'tanh' */
  activation?: ActivationLike;
  /** Whether to add a bias. @defaultValue true */
  useBias?: boolean;
  /** @defaultValue 'glorot_uniform' */
  kernelInitializer?: InitializerLike;
  /** @defaultValue 'orthogonal' */
  recurrentInitializer?: InitializerLike;
  /** @defaultValue 'zeros' */
  biasInitializer?: InitializerLike;
  /** Penalty on the kernel. @defaultValue null */
  kernelRegularizer?: RegularizerLike;
  /** Penalty on the recurrent kernel. @defaultValue null */
  recurrentRegularizer?: RegularizerLike;
  /** Penalty on the bias. @defaultValue null */
  biasRegularizer?: RegularizerLike;
  /** Projection of the kernel after each update. @defaultValue null */
  kernelConstraint?: ConstraintLike;
  /** Projection of the recurrent kernel after each update. @defaultValue null */
  recurrentConstraint?: ConstraintLike;
  /** Projection of the bias after each update. @defaultValue null */
  biasConstraint?: ConstraintLike;
}

/** Options of cells whose states are rows of features. */
export interface CellOptions extends LayerConfig, CellWeightOptions {
  /** Size of the output and of each state; a positive integer. */
  units: number;
}

/** Options of cells with gates. */
export interface GatedCellOptions extends CellOptions {
  /** Function of the gates. @defaultValue 'sigmoid' */
  recurrentActivation?: ActivationLike;
}

/** Defaults of the options that all cells have. */
export const cellDefaults = {
  activation: 'tanh',
  useBias: true,
  kernelInitializer: 'glorot_uniform',
  recurrentInitializer: 'orthogonal',
  biasInitializer: 'zeros',
  kernelRegularizer: null,
  recurrentRegularizer: null,
  biasRegularizer: null,
  kernelConstraint: null,
  recurrentConstraint: null,
  biasConstraint: null,
  dropout: 0,
  recurrentDropout: 0,
  seed: null,
} as const;

/** Resolvers of the options that all cells have. */
export const cellWeightResolvers: {
  readonly activation: typeof activation;
  readonly kernelInitializer: typeof initializer;
  readonly recurrentInitializer: typeof initializer;
  readonly biasInitializer: typeof initializer;
  readonly kernelRegularizer: typeof regularizer;
  readonly recurrentRegularizer: typeof regularizer;
  readonly biasRegularizer: typeof regularizer;
  readonly kernelConstraint: typeof constraint;
  readonly recurrentConstraint: typeof constraint;
  readonly biasConstraint: typeof constraint;
  readonly dropout: (given: number) => number;
  readonly recurrentDropout: (given: number) => number;
} = {
  activation,
  kernelInitializer: initializer,
  recurrentInitializer: initializer,
  biasInitializer: initializer,
  kernelRegularizer: regularizer,
  recurrentRegularizer: regularizer,
  biasRegularizer: regularizer,
  kernelConstraint: constraint,
  recurrentConstraint: constraint,
  biasConstraint: constraint,
  dropout: clampedRate,
  recurrentDropout: clampedRate,
};

/** Resolvers of the options of cells whose states are rows of features. */
export const cellResolvers: typeof cellWeightResolvers & {
  readonly units: (given: number, who: string) => number;
} = { ...cellWeightResolvers, units: positiveInteger('units') };

/** Options that files hold as floats. */
export const cellFloats = ['dropout', 'recurrentDropout'] as const;

type Resolved<C, R> = Pick<BuildContext<C, R, Tensor>, 'config' | 'addWeight'>;

/** The kernels of all gates, side by side. */
export function addKernels(
  { config, addWeight }: Resolved<CellOptions, typeof cellResolvers>,
  features: number,
  gates: number,
): { kernel: Variable; recurrentKernel: Variable } {
  const width = gates * config.units;
  return {
    kernel: addWeight('kernel', [features, width], weightOptions('kernel', config)),
    recurrentKernel: addWeight('recurrent_kernel', [config.units, width], weightOptions('recurrent', config)),
  };
}

/** The bias, if the cell has one. */
export function addBias(
  { config, addWeight }: Resolved<CellWeightOptions, typeof cellWeightResolvers>,
  shape: readonly number[],
  first: WeightOptions['initializer'] = config.biasInitializer,
): Variable | null {
  if (!config.useBias) return null;
  return addWeight('bias', shape, { ...weightOptions('bias', config), initializer: first });
}
