import {
  add,
  cast,
  less,
  matmul,
  multiply,
  randomNormal,
  randomUniform,
  sigmoid,
  softplus,
  square,
  subtract,
  sum,
  tensor,
  transpose,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type VisibleUnits = 'bernoulli' | 'gaussian';

/** What a machine has learned, as tensors. */
export interface Parts {
  /** `[visible, hidden]`. */
  readonly kernel: Tensor;
  readonly visibleBias: Tensor;
  readonly hiddenBias: Tensor;
  readonly visibleUnits: VisibleUnits;
}

/** Chances that the hidden units are on: `sigmoid(c + v W)`. */
export const hiddenChances = (visible: Tensor, { kernel, hiddenBias }: Parts): Tensor =>
  sigmoid(add(matmul(visible, kernel), hiddenBias));

/** Means of the visible units: `b + h Wᵀ`, for bernoulli units its sigmoid. */
export function visibleMeans(hidden: Tensor, { kernel, visibleBias, visibleUnits }: Parts): Tensor {
  const field = add(matmul(hidden, transpose(kernel)), visibleBias);
  return visibleUnits === 'gaussian' ? field : sigmoid(field);
}

/** Units that are 1 with these chances, else 0. */
export const drawBernoulli = (chances: Tensor, seed: Tensor): Tensor =>
  cast(less(randomUniform(seed, chances.shape), chances), { dtype: 'float32' });

/** Visible units with these means. */
export const drawVisible = (means: Tensor, seed: Tensor, { visibleUnits }: Parts): Tensor =>
  visibleUnits === 'gaussian' ? add(means, randomNormal(seed, means.shape)) : drawBernoulli(means, seed);

/** The state of a stream of random numbers after so many draws. */
export const advance = (seed: Tensor, draws: number): Tensor => add(seed, tensor([0, draws], 'int32'));

/** `F(v) = -b·v - Σ softplus(c + v W)`, for gaussian units `½|v - b|² - Σ ...`. */
export function freeEnergies(v: Tensor, { kernel, visibleBias, hiddenBias, visibleUnits }: Parts): Tensor {
  const hidden = sum(softplus(add(matmul(v, kernel), hiddenBias)), { axis: 1 });
  const visible =
    visibleUnits === 'gaussian'
      ? multiply(sum(square(subtract(v, visibleBias)), { axis: 1 }), 0.5)
      : multiply(sum(multiply(v, visibleBias), { axis: 1 }), -1);
  return subtract(visible, hidden);
}
