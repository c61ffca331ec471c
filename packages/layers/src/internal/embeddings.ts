import {
  type ArrayLike,
  type BuildContext,
  type Defaults,
  type Initializer,
  NdArray,
  type Regularizer,
  type Constraint,
  ShapeError,
  formatShape,
} from '@myelin/core';
import {
  type LargeWeight,
  type LargeWeightOptions,
  largeWeight,
  largeWeightDefaults,
} from './large-weight.js';
import { adaptable, loraResolvers } from './lora.js';
import { positiveInteger } from './positive-integer.js';
import { matrixLayout } from './quantization/layout.js';
import {
  type ConstraintLike,
  type InitializerLike,
  type RegularizerLike,
  constraint,
  initializer,
  regularizer,
} from './resolve.js';

/** Options of the layers that have a vector for each index; used as those of kernels and biases are. */
export interface EmbeddingOptions extends LargeWeightOptions {
  /** Size of the vocabulary: the largest index, and 1. */
  inputDim: number;
  /** Size of each vector. */
  outputDim: number;
  /** @defaultValue 'uniform' */
  embeddingsInitializer?: InitializerLike;
  /** Penalty on the vectors. @defaultValue null */
  embeddingsRegularizer?: RegularizerLike;
  /** Penalty on the output. @defaultValue null */
  activityRegularizer?: RegularizerLike;
  /** Projection of the vectors after each update. @defaultValue null */
  embeddingsConstraint?: ConstraintLike;
  /** Whether index 0 stands for padding, which does not count in the layers after this one. @defaultValue false */
  maskZero?: boolean;
  /** The vectors to start from, `[inputDim, outputDim]`, in the place of the initializer's. @defaultValue null */
  weights?: ArrayLike | null;
}

export const embeddingDefaults: Defaults<EmbeddingOptions> = {
  embeddingsInitializer: 'uniform',
  embeddingsRegularizer: null,
  activityRegularizer: null,
  embeddingsConstraint: null,
  maskZero: false,
  weights: null,
  ...largeWeightDefaults,
};

export const embeddingResolvers: typeof loraResolvers & {
  readonly inputDim: (given: number, who: string) => number;
  readonly outputDim: (given: number, who: string) => number;
  readonly embeddingsInitializer: typeof initializer;
  readonly embeddingsRegularizer: typeof regularizer;
  readonly activityRegularizer: typeof regularizer;
  readonly embeddingsConstraint: typeof constraint;
  readonly weights: typeof weights;
} = {
  inputDim: /* @__PURE__ */ positiveInteger('inputDim'),
  outputDim: /* @__PURE__ */ positiveInteger('outputDim'),
  embeddingsInitializer: initializer,
  embeddingsRegularizer: regularizer,
  activityRegularizer: regularizer,
  embeddingsConstraint: constraint,
  weights,
  ...loraResolvers,
};

interface ResolvedEmbedding extends Required<LargeWeightOptions> {
  readonly dtype: string;
  readonly inputDim: number;
  readonly outputDim: number;
  readonly embeddingsInitializer: Initializer;
  readonly embeddingsRegularizer: Regularizer | null;
  readonly embeddingsConstraint: Constraint | null;
  readonly weights: NdArray | null;
}

/** The vectors, as the options say. */
export function makeEmbeddings(
  config: ResolvedEmbedding,
  maker: Pick<BuildContext<object, object, unknown>, 'who' | 'addWeight'>,
): LargeWeight {
  const { inputDim, outputDim, weights: start } = config;
  const made = {
    initializer: start === null ? config.embeddingsInitializer : () => start,
    regularizer: config.embeddingsRegularizer,
    constraint: config.embeddingsConstraint,
  };
  const layout = matrixLayout([inputDim, outputDim], -1);
  return adaptable(largeWeight({ name: 'embeddings', layout, made }, config, maker), config, maker);
}

function weights(
  given: ArrayLike | null,
  who: string,
  { inputDim, outputDim }: { readonly inputDim: number; readonly outputDim: number },
): NdArray | null {
  if (given === null) return null;
  const array = NdArray.from(given).cast('float32');
  const wanted = formatShape([inputDim, outputDim]);
  if (formatShape(array.shape) === wanted) return array;
  throw new ShapeError({ who, expected: `\`weights\` of shape ${wanted}`, got: formatShape(array.shape) });
}
